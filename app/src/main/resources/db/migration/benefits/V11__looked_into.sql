-- Oversight asks who is paid and by which case, and asks for aid to be looked at again.
CREATE OR REPLACE VIEW benefits.v_entitlement WITH (security_invoker = true) AS
    SELECT entitlement_id, CASE subject_kind WHEN 'household' THEN subject_id END AS household_id, matter, monthly_fen,
           lower(valid) AS from_month, upper(valid) AS until_month, area, subject_kind, subject_id, payee_id,
           decided_by AS case_file_id
      FROM benefits.entitlement WHERE upper_inf(known);

ALTER TABLE benefits.recheck DROP CONSTRAINT recheck_reason_check,
    ADD CONSTRAINT recheck_reason_check
        CHECK (reason IN ('MEMBER_DIED', 'PAYEE_DIED', 'EVENT', 'DUE', 'REPORTED', 'DRAWN', 'AUDITED'));
