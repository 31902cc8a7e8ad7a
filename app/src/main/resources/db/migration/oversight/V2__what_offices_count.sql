-- What the rooms below count by place: what was looked into, and whether it was so; whoever it is about sees none of it.
CREATE VIEW oversight.v_closed_anomaly WITH (security_invoker = true) AS
SELECT a.id AS anomaly_id, a.status <> 'EXPLAINED' AS confirmed,
       (SELECT max(s.on_day) FROM oversight.step s WHERE s.anomaly_id = a.id AND s.what = a.status) AS closed_on,
       left(a.area, 9) COLLATE "C" AS town, a.area
  FROM oversight.anomaly a
 WHERE a.status <> 'OPEN';
GRANT SELECT ON oversight.v_closed_anomaly TO weimin_app;
