-- 民主评议: who sat on a panel, how it voted, and what was said.
CREATE TABLE casework.deliberation (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES casework.case_file (id),
    held_on      date NOT NULL,
    place        text NOT NULL CHECK (place <> ''),
    chair        text NOT NULL CHECK (chair <> ''),
    residents    text[] NOT NULL,
    committee    text[] NOT NULL,
    others       text[] NOT NULL,
    absent       text[] NOT NULL,
    in_favour    int NOT NULL CHECK (in_favour >= 0),
    against      int NOT NULL CHECK (against >= 0),
    abstained    int NOT NULL CHECK (abstained >= 0),
    minutes      text NOT NULL CHECK (minutes <> ''),
    passed       boolean NOT NULL,
    recorded_by  uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK (in_favour + against + abstained
           = cardinality(residents) + cardinality(committee) + cardinality(others) - cardinality(absent))
);
COMMENT ON COLUMN casework.deliberation.chair IS 'class:1 name of whoever presided';
COMMENT ON COLUMN casework.deliberation.residents IS 'class:1 names of members of the panel';
COMMENT ON COLUMN casework.deliberation.committee IS 'class:1 names of members of the panel';
COMMENT ON COLUMN casework.deliberation.others IS 'class:1 names of members of the panel';
COMMENT ON COLUMN casework.deliberation.absent IS 'class:1 names of members of the panel';
COMMENT ON COLUMN casework.deliberation.minutes IS 'class:3 what was said about a household';
CREATE INDEX deliberation_case ON casework.deliberation (case_file_id);
CALL home.keep_by_area('casework.deliberation');
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON casework.deliberation
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_change();
GRANT SELECT, INSERT ON casework.deliberation TO weimin_app;

-- An objection that the office cannot settle goes to the panel.
ALTER TABLE casework.objection DROP CONSTRAINT objection_status_check;
ALTER TABLE casework.objection ADD CHECK (status IN ('OPEN', 'UPHELD', 'DISMISSED', 'REFERRED'));

-- 督办 and 延期: when a limit was brought before the leader, and when it was prolonged.
ALTER TABLE casework.deadline ADD warned_on date, ADD extended_on date;
CREATE INDEX deadline_warned ON casework.deadline (area) WHERE met_on IS NULL AND warned_on IS NOT NULL;

-- Several things may be waited for at once; the limit runs again when the last one has come.
ALTER TABLE casework.deadline_pause ADD reason text NOT NULL CHECK (reason IN ('CORRECTION', 'MEANS_CHECK_WAIT',
    'PUBLICITY', 'APPRAISAL', 'OBJECTION_CHECK', 'NOTICE_60_DAYS', 'TRANSFER'));
