-- From the month on in which a hold ends payments go again; the months before it wait until the hold is released.
ALTER TABLE ledger.hold ADD until_month date CHECK (until_month > from_month AND extract(day FROM until_month) = 1);
CREATE OR REPLACE VIEW ledger.v_hold WITH (security_invoker = true) AS
    SELECT entitlement_id, from_month, placed_on, area, until_month FROM ledger.hold WHERE released_on IS NULL;
