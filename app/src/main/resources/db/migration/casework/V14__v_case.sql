-- Other rooms count cases by this view; the invoker's policy applies. Only an open case has a day on which it is due.
CREATE VIEW casework.v_case WITH (security_invoker = true) AS
SELECT c.id AS case_file_id, c.pack, c.matter, c.subject_kind, c.subject_id, c.opened_on, c.closed_on, c.handler_id,
       t.due_on, c.area
  FROM casework.case_file c
  LEFT JOIN casework.task t ON t.case_file_id = c.id;
GRANT SELECT ON casework.v_case TO weimin_app;
