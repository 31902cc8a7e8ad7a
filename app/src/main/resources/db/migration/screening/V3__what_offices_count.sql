-- What the rooms below count by place: what the last pass of all matters over a place found.
CREATE VIEW screening.v_sweep WITH (security_invoker = true) AS
SELECT id AS sweep_id, place, as_of FROM screening.sweep WHERE status = 'DONE' AND only_matter = '';

CREATE VIEW screening.v_finding WITH (security_invoker = true) AS
SELECT sweep_id, matter, kind, subject_id, subject_kind, household_id, left(area, 9) COLLATE "C" AS town, area
  FROM screening.finding;
GRANT SELECT ON screening.v_sweep, screening.v_finding TO weimin_app;
