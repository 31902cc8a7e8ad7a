-- 谁看过我的档案: residents read who looked at them; what they look at themselves is written down as well.
GRANT USAGE ON SCHEMA audit TO weimin_resident;
GRANT SELECT, INSERT ON audit.entry TO weimin_resident;
GRANT INSERT ON audit.unsealed TO weimin_resident;
CREATE POLICY own ON audit.entry FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
