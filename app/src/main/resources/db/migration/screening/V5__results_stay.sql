-- What a pass or a scenario counted on its day stays where it was counted; the next one counts anew.
COMMENT ON COLUMN screening.sweep.place IS 'division: stays';
COMMENT ON COLUMN screening.tally.area IS 'division: stays';
COMMENT ON COLUMN screening.finding.area IS 'division: stays';
COMMENT ON COLUMN screening.scenario.place IS 'division: stays';
COMMENT ON COLUMN screening.scenario.value_place IS 'division: stays';
COMMENT ON COLUMN screening.scenario_merge.town IS 'division: stays';
COMMENT ON COLUMN screening.scenario_merge.into_town IS 'division: stays';
COMMENT ON COLUMN screening.effect_tally.area IS 'division: stays';
COMMENT ON COLUMN screening.effect.area IS 'division: stays';
