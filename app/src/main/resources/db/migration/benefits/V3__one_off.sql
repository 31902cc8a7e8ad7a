-- 一次性待遇: a case gives once, and what it gives is owed once.
CREATE TABLE benefits.one_off (
    id           uuid PRIMARY KEY,
    matter       text   NOT NULL,
    subject_kind text   NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id   uuid   NOT NULL,
    payee_id     uuid   NOT NULL REFERENCES people.person,
    amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
    decided_by   uuid   NOT NULL UNIQUE,
    granted_on   date   NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX one_off_subject ON benefits.one_off (subject_id);
COMMENT ON COLUMN benefits.one_off.subject_id IS 'class:1 which household or person received aid';
COMMENT ON COLUMN benefits.one_off.payee_id IS 'class:1 who is paid';
COMMENT ON COLUMN benefits.one_off.amount_fen IS 'class:1 how much aid was given';
CALL home.keep_by_area('benefits.one_off');
GRANT SELECT, INSERT ON benefits.one_off TO weimin_app;
