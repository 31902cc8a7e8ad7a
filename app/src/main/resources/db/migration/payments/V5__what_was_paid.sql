-- What left the house, line by line, without names and cards.
CREATE VIEW payments.v_paid WITH (security_invoker = true) AS
    SELECT id AS line_id, entitlement_id, payee_id, month, amount_fen, area
      FROM payments.line WHERE status IN ('RELEASED', 'SENT', 'UNKNOWN', 'SETTLED');
GRANT SELECT ON payments.v_paid TO weimin_app;
