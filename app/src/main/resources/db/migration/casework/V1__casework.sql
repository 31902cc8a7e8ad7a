GRANT USAGE ON SCHEMA casework TO weimin_app;

-- The last number given out per county, item and day: [county][item][day][sequence].
CREATE TABLE casework.number_sequence (
    prefix     text PRIMARY KEY,
    last       int NOT NULL,
    version    int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON casework.number_sequence TO weimin_app;

CREATE TABLE casework.case_file (
    id               uuid PRIMARY KEY,
    number           text NOT NULL UNIQUE,
    pack             text NOT NULL,
    matter           text NOT NULL,
    acts             text NOT NULL CHECK (acts IN ('GRANT', 'STOP')),
    subject_kind     text NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id       uuid NOT NULL,
    payee_id         uuid NOT NULL REFERENCES people.person (id),
    application_id   uuid REFERENCES intake.application (id),
    opened_on        date NOT NULL,
    edition          date NOT NULL,
    step             text NOT NULL,
    status           text NOT NULL CHECK (status IN ('ACCEPTING', 'ASSESSING', 'SUPPLEMENT', 'VISITING', 'REVIEWING',
                         'PUBLICITY', 'HEARING', 'FIRST_REVIEW', 'WAITING', 'AWAITING_DECISION', 'ISSUING', 'PAPERS',
                         'DECIDED', 'PUBLISHED', 'ARCHIVED', 'WITHDRAWN')),
    determination_id uuid,
    handler_id       uuid,
    handler_name     text NOT NULL,
    closed_on        date,
    area             text COLLATE "C" NOT NULL,
    version          int NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL DEFAULT now(),
    CHECK ((closed_on IS NOT NULL) = (status IN ('ARCHIVED', 'WITHDRAWN')))
);
COMMENT ON COLUMN casework.case_file.handler_name IS 'class:1 name of the staff member who acted last';
CREATE UNIQUE INDEX case_file_open ON casework.case_file (subject_id, matter, acts)
    WHERE status NOT IN ('ISSUING', 'PAPERS', 'DECIDED', 'PUBLISHED', 'ARCHIVED', 'WITHDRAWN');
CREATE INDEX case_file_area ON casework.case_file (area, status);
CREATE INDEX case_file_subject ON casework.case_file (subject_id);
CREATE INDEX case_file_application ON casework.case_file (application_id);
GRANT SELECT, INSERT, UPDATE ON casework.case_file TO weimin_app;

-- The rule's answer, whole and for ever, with the assessor's words beside it.
CREATE TABLE casework.determination (
    id            uuid PRIMARY KEY,
    case_file_id  uuid NOT NULL REFERENCES casework.case_file (id),
    as_of         date NOT NULL,
    pack_version  text NOT NULL,
    body          jsonb NOT NULL,
    opinion       text NOT NULL,
    assessed_by   uuid NOT NULL,
    assessor_name text NOT NULL,
    assessed_on   date NOT NULL,
    area          text COLLATE "C" NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.determination.body IS 'class:3 the facts that were used, income and health among them';
COMMENT ON COLUMN casework.determination.opinion IS 'class:3 the assessor''s words';
COMMENT ON COLUMN casework.determination.assessor_name IS 'class:1 name of a staff member';
CREATE INDEX determination_case ON casework.determination (case_file_id);
GRANT SELECT, INSERT ON casework.determination TO weimin_app;
ALTER TABLE casework.case_file ADD FOREIGN KEY (determination_id) REFERENCES casework.determination (id);

CREATE TABLE casework.visit (
    id              uuid PRIMARY KEY,
    case_file_id    uuid NOT NULL REFERENCES casework.case_file (id),
    visited_on      date NOT NULL,
    first_officer   text NOT NULL,
    second_officer  text NOT NULL,
    place           text NOT NULL,
    findings        text NOT NULL,
    signed_by       text NOT NULL,
    agrees          boolean NOT NULL,
    recorded_by     uuid NOT NULL,
    area            text COLLATE "C" NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (first_officer <> second_officer)
);
COMMENT ON COLUMN casework.visit.place IS 'class:2 address that was visited';
COMMENT ON COLUMN casework.visit.findings IS 'class:3 what was seen, income and health among it';
COMMENT ON COLUMN casework.visit.signed_by IS 'class:2 name of whoever signed the record';
CREATE INDEX visit_case ON casework.visit (case_file_id);
GRANT SELECT, INSERT ON casework.visit TO weimin_app;

CREATE TABLE casework.hearing (
    id                uuid PRIMARY KEY,
    case_file_id      uuid NOT NULL REFERENCES casework.case_file (id),
    notice_served_on  date NOT NULL,
    heard_on          date NOT NULL CHECK (heard_on >= notice_served_on),
    manner            text NOT NULL CHECK (manner IN ('IN_PERSON', 'BY_PHONE', 'IN_WRITING', 'SILENT')),
    statement         text NOT NULL CHECK (statement <> ''),
    heard_by          uuid NOT NULL,
    area              text COLLATE "C" NOT NULL,
    created_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.hearing.statement IS 'class:3 what the recipient said';
CREATE INDEX hearing_case ON casework.hearing (case_file_id);
GRANT SELECT, INSERT ON casework.hearing TO weimin_app;

-- Two people: the check stands beside the same rule in the code. One decision per case.
CREATE TABLE casework.decision (
    id               uuid PRIMARY KEY,
    case_file_id     uuid NOT NULL UNIQUE REFERENCES casework.case_file (id),
    determination_id uuid NOT NULL REFERENCES casework.determination (id),
    outcome          text NOT NULL CHECK (outcome IN ('GRANTED', 'REFUSED', 'STOPPED')),
    monthly_fen      bigint NOT NULL CHECK (monthly_fen >= 0),
    grants           jsonb NOT NULL,
    reason_code      text NOT NULL,
    reasons          text NOT NULL,
    override_reason  text NOT NULL,
    assessed_by      uuid NOT NULL,
    decided_by       uuid NOT NULL,
    decider_name     text NOT NULL,
    decided_on       date NOT NULL,
    effective_from   date NOT NULL,
    area             text COLLATE "C" NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    CHECK (assessed_by <> decided_by),
    CHECK (outcome = 'GRANTED' OR (reasons <> '' AND monthly_fen = 0))
);
COMMENT ON COLUMN casework.decision.grants IS 'class:1 what was granted: amounts, titles, persons by id';
COMMENT ON COLUMN casework.decision.reasons IS 'class:3 the reasons as the resident is told them';
COMMENT ON COLUMN casework.decision.override_reason IS 'class:3 why the person decided otherwise than the rule';
COMMENT ON COLUMN casework.decision.decider_name IS 'class:1 name of a staff member';
CREATE INDEX decision_area ON casework.decision (area, decided_on);
GRANT SELECT, INSERT ON casework.decision TO weimin_app;

-- Deadlines are rows, so that they can be counted, paused and recomputed.
CREATE TABLE casework.deadline (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES casework.case_file (id),
    kind         text NOT NULL CHECK (kind IN ('CASE', 'ACCEPTANCE', 'INQUIRY', 'PUBLICITY', 'FIRST_REVIEW', 'WAIT',
                     'COLLECTION', 'DECISION', 'ISSUE', 'PAPERS', 'NOTICE', 'PUBLICATION')),
    start_on     date NOT NULL,
    amount       int NOT NULL CHECK (amount >= 0),
    unit         text NOT NULL CHECK (unit IN ('WORKING_DAY', 'CALENDAR_DAY', 'MONTH')),
    due_on       date NOT NULL,
    provisional  boolean NOT NULL,
    met_on       date,
    overdue_on   date,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX deadline_open ON casework.deadline (case_file_id, kind) WHERE met_on IS NULL;
CREATE INDEX deadline_due ON casework.deadline (due_on) WHERE met_on IS NULL;
CREATE INDEX deadline_case ON casework.deadline (case_file_id);
GRANT SELECT, INSERT, UPDATE ON casework.deadline TO weimin_app;

CREATE TABLE casework.deadline_pause (
    deadline_id uuid NOT NULL REFERENCES casework.deadline (id),
    from_on     date NOT NULL,
    until_on    date CHECK (until_on >= from_on),
    area        text COLLATE "C" NOT NULL,
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX deadline_pause_deadline ON casework.deadline_pause (deadline_id);
GRANT SELECT, INSERT, UPDATE ON casework.deadline_pause TO weimin_app;

-- What hangs on the public board: only the masked projection that the pack's allow-list names, never the person.
CREATE TABLE casework.notice (
    id            uuid PRIMARY KEY,
    case_file_id  uuid NOT NULL REFERENCES casework.case_file (id),
    kind          text NOT NULL CHECK (kind IN ('PROPOSED', 'CONFIRMED')),
    number        int NOT NULL,
    projection    jsonb NOT NULL,
    projection_sha256 text NOT NULL,
    posted_on     date NOT NULL,
    due_on        date NOT NULL,
    taken_down_on date,
    posted_by     uuid NOT NULL,
    area          text COLLATE "C" NOT NULL,
    version       int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.notice.projection IS 'class:1 masked, and public while it hangs';
CREATE UNIQUE INDEX notice_hanging ON casework.notice (case_file_id, kind) WHERE taken_down_on IS NULL;
CREATE INDEX notice_board ON casework.notice (area, posted_on) WHERE taken_down_on IS NULL;
GRANT SELECT, INSERT, UPDATE ON casework.notice TO weimin_app;
-- Anybody may read what hangs on the board, and nothing after it was taken down.
CREATE POLICY board ON casework.notice FOR SELECT USING (taken_down_on IS NULL);

-- Objections may be anonymous; who objected is sealed and shown on no page.
CREATE TABLE casework.objection (
    id             uuid PRIMARY KEY,
    notice_id      uuid NOT NULL REFERENCES casework.notice (id),
    case_file_id   uuid NOT NULL REFERENCES casework.case_file (id),
    received_on    date NOT NULL,
    objection      text NOT NULL CHECK (objection <> ''),
    contact_sealed bytea,
    status         text NOT NULL CHECK (status IN ('OPEN', 'UPHELD', 'DISMISSED')),
    answer         text NOT NULL DEFAULT '',
    answered_on    date,
    answered_by    uuid,
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.objection.objection IS 'class:3 what the objector wrote';
COMMENT ON COLUMN casework.objection.contact_sealed IS 'class:2 sealed; how to reach the objector, if wished';
COMMENT ON COLUMN casework.objection.answer IS 'class:3 what was found';
CREATE INDEX objection_case ON casework.objection (case_file_id);
GRANT SELECT, INSERT, UPDATE ON casework.objection TO weimin_app;

CREATE TABLE casework.letter (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES casework.case_file (id),
    kind         text NOT NULL CHECK (kind IN ('granted', 'refused', 'supplement', 'hearing', 'stopped')),
    number       text NOT NULL UNIQUE,
    fields       jsonb NOT NULL,
    written_on   date NOT NULL,
    served_on    date,
    served_how   text CHECK (served_how IN ('IN_PERSON', 'BY_POST', 'LEFT_AT_HOME')),
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((served_on IS NULL) = (served_how IS NULL))
);
COMMENT ON COLUMN casework.letter.fields IS 'class:3 what is printed: name, address, amount, reasons';
CREATE INDEX letter_case ON casework.letter (case_file_id);
GRANT SELECT, INSERT, UPDATE ON casework.letter TO weimin_app;

-- Everything that happened, in order; nothing in it is ever changed.
CREATE TABLE casework.event (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES casework.case_file (id),
    lane         text NOT NULL CHECK (lane IN ('CASE', 'ELIGIBILITY', 'PUBLICITY', 'LETTER')),
    what         text NOT NULL,
    details      jsonb NOT NULL,
    happened_at  timestamptz NOT NULL,
    actor_kind   text NOT NULL CHECK (actor_kind IN ('staff', 'resident', 'public', 'system')),
    actor        text NOT NULL,
    actor_name   text NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.event.actor_name IS 'class:1 name of a staff member, or of a job';
CREATE INDEX event_case ON casework.event (case_file_id, happened_at);
GRANT SELECT, INSERT ON casework.event TO weimin_app;

CREATE FUNCTION casework.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of %.% are added and never changed', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END $$;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['determination', 'visit', 'hearing', 'decision', 'event'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON casework.%I
            FOR EACH ROW EXECUTE FUNCTION casework.refuse_change()', t);
    END LOOP;
END $$;
CALL home.keep_by_area(
    'casework.case_file', 'casework.determination', 'casework.visit', 'casework.hearing', 'casework.decision',
    'casework.deadline', 'casework.deadline_pause', 'casework.notice', 'casework.objection', 'casework.letter',
    'casework.event');

-- What rooms below may join: decisions without names or facts.
CREATE VIEW casework.v_decision WITH (security_invoker = true) AS
SELECT d.case_file_id, d.determination_id, c.matter, c.subject_id, d.outcome, d.monthly_fen, d.assessed_by,
       d.decided_by, d.decided_on, d.effective_from, n.pack_version, d.area
  FROM casework.decision d
  JOIN casework.case_file c ON c.id = d.case_file_id
  JOIN casework.determination n ON n.id = d.determination_id;
GRANT SELECT ON casework.v_decision TO weimin_app;
