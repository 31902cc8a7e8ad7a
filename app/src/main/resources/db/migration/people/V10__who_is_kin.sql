-- Who is kin or guardian of whom, both ways, for rooms that ask whether people are strangers to one another.
CREATE VIEW people.v_kin WITH (security_invoker = true) AS
SELECT person_id, relative_id, area FROM people.kinship WHERE upper_inf(valid) AND upper_inf(known)
UNION ALL
SELECT relative_id, person_id, area FROM people.kinship WHERE upper_inf(valid) AND upper_inf(known)
UNION ALL
SELECT ward_id, guardian_id, area FROM people.guardian WHERE upper_inf(valid) AND upper_inf(known)
UNION ALL
SELECT guardian_id, ward_id, area FROM people.guardian WHERE upper_inf(valid) AND upper_inf(known);
CREATE INDEX guardian_of ON people.guardian (guardian_id);

CREATE VIEW people.v_contact WITH (security_invoker = true) AS
SELECT id AS person_id, phone, area FROM people.person WHERE phone <> '';

CREATE OR REPLACE VIEW people.v_organisation WITH (security_invoker = true) AS
SELECT id AS organisation_id, name, credit_code, kind, representative_id, area, address FROM people.organisation;
GRANT SELECT ON people.v_kin, people.v_contact TO weimin_app;
