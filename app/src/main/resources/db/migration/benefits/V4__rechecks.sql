-- 定期核查: how often aid is looked at again, when it was last, and when it is next.
CREATE TABLE benefits.review (
    id           uuid PRIMARY KEY,
    subject_kind text NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id   uuid NOT NULL,
    matter       text NOT NULL,
    class        text NOT NULL CHECK (class IN ('A', 'B', 'C')),
    checked_on   date NOT NULL,
    due_on       date NOT NULL,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (subject_id, matter)
);
COMMENT ON COLUMN benefits.review.subject_id IS 'class:1 which household or person receives aid';
CREATE INDEX review_due ON benefits.review (due_on);
CALL home.keep_by_area('benefits.review');
GRANT SELECT, INSERT, UPDATE ON benefits.review TO weimin_app;

-- 随机抽查: by which seed the lot fell, so that it can be counted again.
CREATE TABLE benefits.draw (
    id         uuid PRIMARY KEY,
    matter     text NOT NULL,
    county     text COLLATE "C" NOT NULL,
    drawn_on   date NOT NULL,
    seed       text NOT NULL,
    population bigint NOT NULL CHECK (population >= 0),
    drawn      bigint NOT NULL CHECK (drawn >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (matter, county, drawn_on)
);
GRANT SELECT, INSERT ON benefits.draw TO weimin_app;

-- 复核: for whatever reason aid is looked at again, it is looked at in one case.
ALTER TABLE benefits.recheck DROP CONSTRAINT recheck_reason_check,
    ADD CHECK (reason IN ('MEMBER_DIED', 'PAYEE_DIED', 'DUE', 'REPORTED', 'DRAWN')),
    ADD case_file_id uuid REFERENCES casework.case_file (id),
    ADD result text CHECK (result IN ('CONFIRMED', 'RAISED', 'REDUCED', 'ENDED')),
    ADD CHECK ((result IS NULL) = (done_at IS NULL));
CREATE INDEX recheck_waiting ON benefits.recheck (on_day) WHERE case_file_id IS NULL AND done_at IS NULL;
CREATE INDEX recheck_case ON benefits.recheck (case_file_id);
GRANT UPDATE (case_file_id, result, done_at) ON benefits.recheck TO weimin_app;
