-- 入户调查表: what one officer wrote down at the door; a visit as soon as another one confirms it on the own sign-in.
CREATE TABLE casework.survey (
    id             uuid PRIMARY KEY,
    case_file_id   uuid NOT NULL REFERENCES casework.case_file (id),
    visited_on     date NOT NULL,
    place          text NOT NULL,
    answers        jsonb NOT NULL,
    findings       text NOT NULL,
    signed_by      text NOT NULL,
    agrees         boolean NOT NULL,
    first_id       uuid NOT NULL,
    first_officer  text NOT NULL,
    second_id      uuid NOT NULL,
    second_officer text NOT NULL,
    status         text NOT NULL CHECK (status IN ('FILED', 'CONFIRMED', 'RETURNED')),
    why_returned   text NOT NULL DEFAULT '',
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CHECK (first_id <> second_id),
    CHECK ((status = 'RETURNED') = (why_returned <> ''))
);
COMMENT ON COLUMN casework.survey.place IS 'class:2 address that was visited';
COMMENT ON COLUMN casework.survey.answers IS 'class:3 what was asked and seen, means and health among it';
COMMENT ON COLUMN casework.survey.findings IS 'class:3 what was seen, income and health among it';
COMMENT ON COLUMN casework.survey.signed_by IS 'class:2 name of whoever signed the record';
COMMENT ON COLUMN casework.survey.first_officer IS 'class:1 name of a staff member';
COMMENT ON COLUMN casework.survey.second_officer IS 'class:1 name of a staff member';
COMMENT ON COLUMN casework.survey.why_returned IS 'class:3 what is not right in it';
CREATE UNIQUE INDEX survey_filed ON casework.survey (case_file_id) WHERE status = 'FILED';
CREATE INDEX survey_case ON casework.survey (case_file_id);
CALL home.keep_by_area('casework.survey');
GRANT SELECT, INSERT, UPDATE (status, why_returned, version) ON casework.survey TO weimin_app;

-- A visit that was recorded from a paper form has neither.
ALTER TABLE casework.visit
    ADD confirmed_by uuid,
    ADD survey_id uuid REFERENCES casework.survey (id),
    ADD CHECK (confirmed_by <> recorded_by),
    ADD CHECK ((confirmed_by IS NULL) = (survey_id IS NULL));

-- 文书: which letters there are, the packs say; a kind is the name of a template.
ALTER TABLE casework.letter DROP CONSTRAINT letter_kind_check, ADD CHECK (kind ~ '^[a-z-]+$');
