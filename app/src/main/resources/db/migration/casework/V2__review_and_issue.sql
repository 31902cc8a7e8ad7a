-- 初审: what the first of two levels said of an assessment, before the second one decides.
CREATE TABLE casework.first_review (
    id               uuid PRIMARY KEY,
    case_file_id     uuid NOT NULL REFERENCES casework.case_file (id),
    determination_id uuid NOT NULL REFERENCES casework.determination (id),
    agreed           boolean NOT NULL,
    opinion          text NOT NULL CHECK (opinion <> ''),
    reviewed_by      uuid NOT NULL,
    reviewer_name    text NOT NULL,
    reviewed_on      date NOT NULL,
    area             text COLLATE "C" NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.first_review.opinion IS 'class:3 the reviewer''s words';
COMMENT ON COLUMN casework.first_review.reviewer_name IS 'class:1 name of a staff member';
CREATE INDEX first_review_case ON casework.first_review (case_file_id);
CALL home.keep_by_area('casework.first_review');
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON casework.first_review
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_change();
GRANT SELECT, INSERT ON casework.first_review TO weimin_app;

-- 发放: what was granted went into somebody's hands, who signed for it.
CREATE TABLE casework.hand_over (
    id           uuid PRIMARY KEY,
    case_file_id uuid NOT NULL UNIQUE REFERENCES casework.case_file (id),
    handed_on    date NOT NULL,
    received_by  text NOT NULL CHECK (received_by <> ''),
    handed_by    uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.hand_over.received_by IS 'class:2 name of whoever signed for it';
CALL home.keep_by_area('casework.hand_over');
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON casework.hand_over
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_change();
GRANT SELECT, INSERT ON casework.hand_over TO weimin_app;
