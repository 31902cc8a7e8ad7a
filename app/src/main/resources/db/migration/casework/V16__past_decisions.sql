-- 历史决定: who decided what before this system kept cases; taken over once with the awards that came of it.
CREATE TABLE casework.past_decision (
    case_file_id uuid PRIMARY KEY,
    matter       text NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id   uuid NOT NULL,
    assessed_by  uuid NOT NULL,
    decided_by   uuid NOT NULL,
    decided_at   timestamptz NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK (assessed_by <> decided_by)
);
COMMENT ON COLUMN casework.past_decision.subject_id IS 'class:1 which household or person was granted aid';
CREATE INDEX past_decision_subject ON casework.past_decision (subject_id);
CALL home.keep_by_area('casework.past_decision');
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON casework.past_decision
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_change();
GRANT SELECT, INSERT ON casework.past_decision TO weimin_app;

-- Every grant of money with the two who made it and the moment; cases of today first.
CREATE VIEW casework.v_approval WITH (security_invoker = true) AS
    SELECT d.case_file_id, c.matter, c.subject_kind, c.subject_id, d.assessed_by, d.decided_by, e.decided_at,
           true AS kept_here, d.area
      FROM casework.decision d
      JOIN casework.case_file c ON c.id = d.case_file_id
     CROSS JOIN LATERAL (SELECT max(e.happened_at) AS decided_at FROM casework.event e
                          WHERE e.case_file_id = d.case_file_id AND e.what ~ '^decided\.') e
     WHERE d.outcome = 'GRANTED' AND (d.monthly_fen > 0 OR d.grants @> '[{"is": "one-off"}]')
    UNION ALL
    SELECT case_file_id, matter, subject_kind, subject_id, assessed_by, decided_by, decided_at, false, area
      FROM casework.past_decision;
GRANT SELECT ON casework.v_approval TO weimin_app;
