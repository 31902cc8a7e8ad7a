-- Who is in office, where, and which resident that official is: what oversight asks of relatives.
CREATE VIEW access.v_official WITH (security_invoker = true) AS
    SELECT s.id AS staff_id, s.person_id, p.role, p.scope, t.valid
      FROM access.v_sitting t
      JOIN access.staff s ON s.id = t.staff_id
      JOIN access.post p ON p.id = t.post_id
     WHERE s.status = 'ACTIVE';
GRANT SELECT ON access.v_official TO weimin_app;
