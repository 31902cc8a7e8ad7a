-- Who was whose kin and when, for rooms that reckon back; and equality on a person finds rows without the range trees.
CREATE VIEW people.v_kinship WITH (security_invoker = true) AS
SELECT person_id, relative_id, kind, valid, area FROM people.kinship WHERE upper_inf(known);
GRANT SELECT ON people.v_kinship TO weimin_app;
CREATE INDEX membership_person ON people.membership (person_id);
CREATE INDEX kinship_person ON people.kinship (person_id);
