-- What a played register told stays as it was told, whoever becomes one person with whom.
COMMENT ON COLUMN simulator.happening.person_id IS 'class:1 to whom it happened; person: stays';
