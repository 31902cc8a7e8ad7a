-- What the rooms below count by place: released lines without whom they pay. A returned line whose debt was not settled
-- by another one did not arrive.
CREATE VIEW payments.v_line WITH (security_invoker = true) AS
SELECT l.id AS line_id, l.number, l.run_id, l.payable_id, l.month, l.kind, l.status, r.month AS run_month, r.pay_on,
       l.status = 'RETURNED' AND NOT EXISTS (
           SELECT FROM payments.line n WHERE n.replaces_id = l.id AND n.status IN ('RELEASED', 'SENT', 'SETTLED', 'UNKNOWN'))
           AS unanswered,
       left(l.area, 9) COLLATE "C" AS town, l.area
  FROM payments.line l JOIN payments.run r ON r.id = l.run_id
 WHERE r.released_by IS NOT NULL AND l.status <> 'BLOCKED';
GRANT SELECT ON payments.v_line TO weimin_app;
CREATE INDEX line_month ON payments.line (month);
