GRANT USAGE ON SCHEMA facts TO weimin_resident;
GRANT SELECT ON facts.fact, facts.consent TO weimin_resident;
CREATE POLICY own ON facts.fact FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
CREATE POLICY own ON facts.consent FOR SELECT TO weimin_resident USING (household_id = ANY (home.circle()));
