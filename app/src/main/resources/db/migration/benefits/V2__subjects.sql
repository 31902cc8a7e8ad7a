-- Screening asks of households and of persons alike.
CREATE OR REPLACE VIEW benefits.v_entitlement WITH (security_invoker = true) AS
    SELECT entitlement_id, CASE subject_kind WHEN 'household' THEN subject_id END AS household_id, matter, monthly_fen,
           lower(valid) AS from_month, upper(valid) AS until_month, area, subject_kind, subject_id
      FROM benefits.entitlement WHERE upper_inf(known);
