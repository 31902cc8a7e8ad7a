-- The order in which a population is read: area by area, out of the indexes alone.
DROP INDEX people.person_area_idx;
CREATE INDEX person_reading ON people.person (area) INCLUDE (id, birth_on, died_on);
DROP INDEX people.household_area_idx;
CREATE INDEX household_reading ON people.household (area, id) INCLUDE (head_id);
CREATE INDEX membership_reading ON people.membership (area, household_id)
    INCLUDE (person_id, relation, counted, excluded_reason, valid) WHERE upper_inf(known);

CREATE OR REPLACE VIEW people.v_membership WITH (security_invoker = true) AS
SELECT household_id, person_id, valid, area, relation, counted, excluded_reason
  FROM people.membership WHERE upper_inf(known);

CREATE VIEW people.v_home WITH (security_invoker = true) AS
SELECT id AS household_id, area, head_id FROM people.household;
GRANT SELECT ON people.v_home TO weimin_app;
