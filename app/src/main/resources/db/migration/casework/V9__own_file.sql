-- Residents see how far their cases are and what was written to them; not who objected, not what officials noted.
GRANT USAGE ON SCHEMA casework TO weimin_resident;
GRANT SELECT ON casework.case_file, casework.letter, casework.deadline, casework.deadline_pause TO weimin_resident;
CREATE POLICY own ON casework.case_file FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
CREATE POLICY own ON casework.letter FOR SELECT TO weimin_resident
    USING (EXISTS (SELECT FROM casework.case_file c WHERE c.id = case_file_id));
CREATE POLICY own ON casework.deadline FOR SELECT TO weimin_resident
    USING (EXISTS (SELECT FROM casework.case_file c WHERE c.id = case_file_id));
CREATE POLICY own ON casework.deadline_pause FOR SELECT TO weimin_resident
    USING (EXISTS (SELECT FROM casework.deadline d WHERE d.id = deadline_id));
