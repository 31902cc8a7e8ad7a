GRANT USAGE ON SCHEMA ledger TO weimin_resident;
GRANT SELECT ON ledger.payable TO weimin_resident;
CREATE POLICY own ON ledger.payable FOR SELECT TO weimin_resident USING (payee_id = ANY (home.circle()));
