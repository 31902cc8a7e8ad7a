GRANT USAGE ON SCHEMA registries TO weimin_resident;
GRANT SELECT ON registries.entry TO weimin_resident;
CREATE POLICY own ON registries.entry FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
