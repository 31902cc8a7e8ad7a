-- 事件终止: an end that an event brings can be moved or taken back when the event turns out to be another.
ALTER TABLE benefits.entitlement DROP CONSTRAINT entitlement_ended_because_check,
    ADD CHECK (ended_because IN ('STOPPED', 'EVENT', 'SUPERSEDED'));
CREATE INDEX entitlement_id ON benefits.entitlement (entitlement_id);

-- What has to be recovered no longer, because the month is due after all.
ALTER TABLE benefits.overpayment DROP CONSTRAINT overpayment_entitlement_id_month_key,
    ADD withdrawn_on date;
CREATE UNIQUE INDEX overpayment_once ON benefits.overpayment (entitlement_id, month) WHERE withdrawn_on IS NULL;
GRANT UPDATE (withdrawn_on) ON benefits.overpayment TO weimin_app;

-- Whatever happened to somebody may ask for a second look, and ask no longer.
ALTER TABLE benefits.recheck DROP CONSTRAINT recheck_reason_check, DROP CONSTRAINT recheck_result_check,
    ADD CONSTRAINT recheck_reason_check CHECK (reason IN ('MEMBER_DIED', 'PAYEE_DIED', 'EVENT', 'DUE', 'REPORTED',
                                                          'DRAWN')),
    ADD CONSTRAINT recheck_result_check CHECK (result IN ('CONFIRMED', 'RAISED', 'REDUCED', 'ENDED', 'WITHDRAWN'));
