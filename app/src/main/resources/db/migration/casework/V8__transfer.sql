-- 转办: a case lies with another bureau until it comes back; with one at a time.
CREATE TABLE casework.transfer (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL REFERENCES casework.case_file (id),
    bureau       text NOT NULL CHECK (bureau <> ''),
    reason       text NOT NULL CHECK (reason <> ''),
    receipt      text NOT NULL,
    sent_on      date NOT NULL,
    sent_by      uuid NOT NULL,
    back_on      date CHECK (back_on >= sent_on),
    answer       text NOT NULL DEFAULT '',
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((back_on IS NOT NULL) = (answer <> ''))
);
COMMENT ON COLUMN casework.transfer.reason IS 'class:3 why, with what is known of the applicant';
COMMENT ON COLUMN casework.transfer.answer IS 'class:3 what the other bureau found';
CREATE UNIQUE INDEX transfer_out ON casework.transfer (case_file_id) WHERE back_on IS NULL;
CREATE INDEX transfer_case ON casework.transfer (case_file_id);
CALL home.keep_by_area('casework.transfer');
GRANT SELECT, INSERT, UPDATE ON casework.transfer TO weimin_app;
