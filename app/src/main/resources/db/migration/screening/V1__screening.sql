-- 筛查: one pass of the compiled rules over a population; what it found, what it counted, and who goes and looks.
CREATE TABLE screening.sweep (
    id            uuid PRIMARY KEY,
    place         text COLLATE "C" NOT NULL,
    as_of         date NOT NULL,
    known_at      timestamptz NOT NULL,
    status        text NOT NULL CHECK (status IN ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by      text NOT NULL,
    only_matter   text NOT NULL DEFAULT '',
    slices        int NOT NULL DEFAULT 0,
    slices_done   int NOT NULL DEFAULT 0,
    households    int NOT NULL DEFAULT 0,
    persons       int NOT NULL DEFAULT 0,
    read_micros   bigint NOT NULL DEFAULT 0,
    judge_micros  bigint NOT NULL DEFAULT 0,
    write_micros  bigint NOT NULL DEFAULT 0,
    failure       text NOT NULL DEFAULT '',
    beat_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at    timestamptz,
    finished_at   timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX sweep_one_at_a_time ON screening.sweep (place) WHERE status IN ('ASKED', 'RUNNING');

CREATE TABLE screening.sweep_matter (
    sweep_id     uuid NOT NULL REFERENCES screening.sweep,
    matter       text NOT NULL,
    pack_version text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sweep_id, matter)
);

-- Every subject of every matter is in exactly one line of this count.
CREATE TABLE screening.tally (
    sweep_id     uuid NOT NULL REFERENCES screening.sweep,
    area         text COLLATE "C" NOT NULL,
    matter       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('ENTITLED_NOT_RECEIVING', 'RECEIVING_NOT_ENTITLED', 'AMOUNT_DIFFERS',
                                               'CANNOT_TELL', 'RECEIVING_RIGHTLY', 'NOT_ENTITLED', 'UNLIKELY', 'NO_STANDARD')),
    reason       text NOT NULL,
    subjects     int NOT NULL,
    amount_fen   bigint NOT NULL,
    received_fen bigint NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sweep_id, area, matter, kind, reason)
);

-- Whoever is entitled, receives, or could be entitled if something were known; everybody else is only counted.
CREATE TABLE screening.finding (
    sweep_id      uuid NOT NULL REFERENCES screening.sweep,
    matter        text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('ENTITLED_NOT_RECEIVING', 'RECEIVING_NOT_ENTITLED', 'AMOUNT_DIFFERS',
                                                'CANNOT_TELL', 'RECEIVING_RIGHTLY')),
    area          text COLLATE "C" NOT NULL,
    subject_id    uuid NOT NULL,
    subject_kind  text NOT NULL CHECK (subject_kind IN ('household', 'person')),
    household_id  uuid NOT NULL,
    reason        text NOT NULL,
    amount_fen    bigint NOT NULL,
    received_fen  bigint NOT NULL,
    facts_used    smallint NOT NULL,
    facts_checked smallint NOT NULL,
    oldest_on     date,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sweep_id, matter, kind, area, subject_id)
);
COMMENT ON COLUMN screening.finding.subject_id IS 'class:1 who may be entitled to aid';
COMMENT ON COLUMN screening.finding.reason IS 'class:3 which condition does not hold, or which facts nobody recorded';
COMMENT ON COLUMN screening.finding.amount_fen IS 'class:1 how much aid a subject would receive';
COMMENT ON COLUMN screening.finding.received_fen IS 'class:1 how much aid a subject receives';

-- 走访任务: a finding is a hint; somebody goes, asks, and says what was found there.
CREATE TABLE screening.task (
    id           uuid PRIMARY KEY,
    area         text COLLATE "C" NOT NULL,
    sweep_id     uuid NOT NULL REFERENCES screening.sweep,
    matter       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('ENTITLED_NOT_RECEIVING', 'RECEIVING_NOT_ENTITLED', 'AMOUNT_DIFFERS',
                                               'CANNOT_TELL')),
    subject_kind text NOT NULL CHECK (subject_kind IN ('household', 'person')),
    subject_id   uuid NOT NULL,
    household_id uuid NOT NULL,
    assigned_to  uuid,
    assigned_on  date NOT NULL,
    assigned_by  text NOT NULL,
    due_on       date NOT NULL,
    result       text CHECK (result IN ('APPLIED', 'REVIEW_BEGUN', 'NOT_SO', 'UNWILLING', 'RECORD_WRONG', 'NOT_MET')),
    note         text NOT NULL DEFAULT '',
    visited_on   date,
    visited_by   text,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((result IS NULL) = (visited_on IS NULL) AND (result IS NULL) = (visited_by IS NULL))
);
CREATE UNIQUE INDEX task_open_once ON screening.task (subject_id, matter, kind) WHERE result IS NULL;
CREATE INDEX ON screening.task (area);
CREATE INDEX ON screening.task (subject_id);
COMMENT ON COLUMN screening.task.subject_id IS 'class:1 who is visited';
COMMENT ON COLUMN screening.task.note IS 'class:2 what was found there';

CALL home.keep_by_area('screening.tally', 'screening.finding', 'screening.task');

GRANT USAGE ON SCHEMA screening TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON screening.sweep, screening.task TO weimin_app;
GRANT SELECT, INSERT, DELETE ON screening.sweep_matter, screening.tally, screening.finding TO weimin_app;
