-- Checks with other bureaus: what was asked of whom for which case, what was said, and where it differs (社会救助法 第四十一条、
-- 第四十二条).

-- 核对文件: requests that went out as one file.
CREATE TABLE facts.check_batch (
    id         uuid PRIMARY KEY,
    area       text COLLATE "C" NOT NULL,
    bureau     text COLLATE "C" NOT NULL,
    made_on    date NOT NULL,
    made_by    text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- 核对请求: one item about one person for one case. Its id is what the bureau sees, so asking twice is asking once.
CREATE TABLE facts.check_request (
    id           uuid PRIMARY KEY,
    area         text COLLATE "C" NOT NULL,
    case_file_id uuid NOT NULL,
    case_number  text NOT NULL,
    household_id uuid REFERENCES people.household,
    item         text COLLATE "C" NOT NULL,
    bureau       text COLLATE "C" NOT NULL,
    person_id    uuid NOT NULL REFERENCES people.person,
    means        boolean NOT NULL,
    consent_id   uuid REFERENCES facts.consent,
    channel      text NOT NULL CHECK (channel IN ('API', 'FILE', 'CLERK')),
    status       text NOT NULL
                 CHECK (status IN ('PLANNED', 'ASKED', 'UNKNOWN', 'PARTIAL', 'ANSWERED', 'FAILED', 'CLOSED')),
    failure      text NOT NULL DEFAULT '',
    asked_on     date NOT NULL,
    asked_by     text NOT NULL,
    due_on       date NOT NULL,
    escalates_on date NOT NULL,
    answered_on  date,
    valid_until  date,
    reference    text NOT NULL DEFAULT '',
    late_on      date,
    escalated_on date,
    tries        int NOT NULL DEFAULT 0,
    next_try_at  timestamptz NOT NULL,
    batch_id     uuid REFERENCES facts.check_batch,
    reused_from  uuid REFERENCES facts.check_request,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK (NOT means OR consent_id IS NOT NULL),
    CHECK ((status = 'ANSWERED') <= (answered_on IS NOT NULL AND valid_until IS NOT NULL))
);
CREATE UNIQUE INDEX check_request_once ON facts.check_request (case_file_id, item, person_id)
    WHERE status <> 'CLOSED';
CREATE INDEX ON facts.check_request (person_id, item);
CREATE INDEX check_request_to_send ON facts.check_request (next_try_at)
    WHERE channel = 'API' AND status IN ('PLANNED', 'ASKED', 'UNKNOWN', 'PARTIAL');
CREATE INDEX check_request_open ON facts.check_request (area, due_on) WHERE status NOT IN ('ANSWERED', 'CLOSED');

-- 核对答复: what a bureau said, as it was taken; what was refused keeps its reason and none of its content.
CREATE TABLE facts.check_answer (
    id          uuid PRIMARY KEY,
    area        text COLLATE "C" NOT NULL,
    request_id  uuid NOT NULL REFERENCES facts.check_request,
    bureau      text COLLATE "C" NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('API', 'FILE', 'CLERK')),
    status      text NOT NULL CHECK (status IN ('ACCEPTED', 'PARTIAL', 'CONTRADICTS', 'REPEATED', 'REFUSED', 'REPLACED')),
    refusal     text NOT NULL DEFAULT '',
    reference   text NOT NULL,
    evidence    text NOT NULL,
    fingerprint text NOT NULL,
    received_at timestamptz NOT NULL,
    taken_by    text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX check_answer_once ON facts.check_answer (request_id) WHERE status = 'ACCEPTED';
CREATE UNIQUE INDEX check_answer_no_replay ON facts.check_answer (bureau, reference)
    WHERE channel = 'API' AND status IN ('ACCEPTED', 'PARTIAL', 'CONTRADICTS');
CREATE INDEX ON facts.check_answer (request_id);
COMMENT ON COLUMN facts.check_answer.evidence IS 'class:1 the paper or the number under which the bureau answered';

CREATE TABLE facts.check_value (
    id          uuid PRIMARY KEY,
    area        text COLLATE "C" NOT NULL,
    answer_id   uuid NOT NULL REFERENCES facts.check_answer,
    name        text COLLATE "C" NOT NULL,
    value       text NOT NULL CHECK (octet_length(value) <= 1000),
    valid       daterange NOT NULL CHECK (NOT isempty(valid)),
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON facts.check_value (answer_id);
COMMENT ON COLUMN facts.check_value.name IS 'class:0 the name of the fact in the dictionary';
COMMENT ON COLUMN facts.check_value.value IS 'class:3 income, property, health or disability';

-- 核对差异: what a bureau said is not what we were told. The assessor settles each.
CREATE TABLE facts.check_conflict (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    case_file_id    uuid NOT NULL,
    request_id      uuid NOT NULL REFERENCES facts.check_request,
    answer_id       uuid NOT NULL REFERENCES facts.check_answer,
    subject_kind    text NOT NULL CHECK (subject_kind IN ('person', 'household')),
    subject_id      uuid NOT NULL,
    name            text COLLATE "C" NOT NULL,
    declared        text NOT NULL,
    declared_source text NOT NULL,
    found           text NOT NULL,
    found_from      date NOT NULL,
    status          text NOT NULL CHECK (status IN ('OPEN', 'ASKED', 'TAKEN', 'KEPT', 'MOOT')),
    reason          text NOT NULL DEFAULT '',
    settled_by      text NOT NULL DEFAULT '',
    settled_on      date,
    found_on        date NOT NULL,
    version         int NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX check_conflict_once ON facts.check_conflict (case_file_id, subject_id, name)
    WHERE status IN ('OPEN', 'ASKED');
CREATE INDEX ON facts.check_conflict (case_file_id);
COMMENT ON COLUMN facts.check_conflict.name IS 'class:0 the name of the fact in the dictionary';
COMMENT ON COLUMN facts.check_conflict.declared IS 'class:3 income, property, health or disability';
COMMENT ON COLUMN facts.check_conflict.found IS 'class:3 income, property, health or disability';
COMMENT ON COLUMN facts.check_conflict.reason IS 'class:2 why it was settled so';

CALL home.keep_by_area(
    'facts.check_batch', 'facts.check_request', 'facts.check_answer', 'facts.check_value',
    'facts.check_conflict');

GRANT SELECT, INSERT, UPDATE ON facts.check_request, facts.check_answer, facts.check_conflict TO weimin_app;
GRANT SELECT, INSERT ON facts.check_batch, facts.check_value TO weimin_app;
