GRANT USAGE ON SCHEMA benefits TO weimin_resident;
GRANT SELECT ON benefits.entitlement, benefits.one_off TO weimin_resident;
CREATE POLICY own ON benefits.entitlement FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
CREATE POLICY own ON benefits.one_off FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
