-- 复核: a case that looks again at aid that is received, with the amount of then, and the decision that it corrects.
ALTER TABLE casework.case_file DROP CONSTRAINT case_file_acts_check,
    ADD CHECK (acts IN ('GRANT', 'CHANGE', 'STOP')),
    ADD receives_fen bigint NOT NULL DEFAULT 0 CHECK (receives_fen >= 0),
    ADD corrects uuid REFERENCES casework.case_file (id);
COMMENT ON COLUMN casework.case_file.receives_fen IS 'class:1 how much aid was received when the case began';
-- Whether aid goes on is one question, whoever asks it.
DROP INDEX casework.case_file_open;
CREATE UNIQUE INDEX case_file_open ON casework.case_file (subject_id, matter, (acts = 'GRANT'))
    WHERE status NOT IN ('ISSUING', 'PAPERS', 'DECIDED', 'PUBLISHED', 'ARCHIVED', 'WITHDRAWN');
