-- The order in which a population is read: area by area, subject by subject, out of the index alone.
ALTER TABLE facts.fact ADD CHECK (octet_length(value) <= 1000);
CREATE INDEX fact_reading ON facts.fact (area, subject_id) INCLUDE (name, value, source, valid, recorded_on)
    WHERE upper_inf(known);
CREATE INDEX consent_reading ON facts.consent (area, household_id) INCLUDE (person_id, valid) WHERE upper_inf(known);

CREATE VIEW facts.v_consent WITH (security_invoker = true) AS
SELECT household_id, person_id, area, valid FROM facts.consent WHERE upper_inf(known);
GRANT SELECT ON facts.v_consent TO weimin_app;
