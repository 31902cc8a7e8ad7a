-- 登记: entries come from decisions, are changed by two people, and are never deleted.
GRANT USAGE ON SCHEMA registries TO weimin_app;

-- The last number given out per county, register and year.
CREATE TABLE registries.number_sequence (
    prefix     text PRIMARY KEY,
    last       int NOT NULL,
    version    int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON registries.number_sequence TO weimin_app;

CREATE TABLE registries.entry (
    id              uuid PRIMARY KEY,
    register        text NOT NULL,
    number          text NOT NULL UNIQUE,
    title_zh        text NOT NULL,
    title_en        text NOT NULL,
    subject_kind    text NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id      uuid NOT NULL,
    holder          text NOT NULL,
    holder_identity text NOT NULL,
    case_file_id    uuid NOT NULL REFERENCES casework.case_file (id),
    case_number     text NOT NULL,
    matter          text NOT NULL,
    edition         date NOT NULL,
    template        text NOT NULL,
    office          text NOT NULL,
    articles        text NOT NULL,
    fields          jsonb NOT NULL,
    registered_on   date NOT NULL,
    valid           daterange NOT NULL,
    status          text NOT NULL CHECK (status IN ('IN_FORCE', 'REVOKED', 'EXPIRED')),
    area            text COLLATE "C" NOT NULL,
    version         int NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (case_file_id, register)
);
COMMENT ON COLUMN registries.entry.subject_id IS 'class:1 whom the entry is about';
COMMENT ON COLUMN registries.entry.holder IS 'class:2 the name that the paper bears';
COMMENT ON COLUMN registries.entry.holder_identity IS 'class:2 identity number, masked, or credit code';
COMMENT ON COLUMN registries.entry.fields IS 'class:2 what is printed on the paper; facts of class 3 never are';
CREATE INDEX entry_list ON registries.entry (area, register, registered_on);
CREATE INDEX entry_subject ON registries.entry (subject_id);
CREATE INDEX entry_expiring ON registries.entry (upper(valid)) WHERE status = 'IN_FORCE';

-- Found by equality: row-level security lets no other operator use an index.
CREATE TABLE registries.entry_token (
    token      text COLLATE "C" NOT NULL,
    area       text COLLATE "C" NOT NULL,
    entry_id   uuid NOT NULL REFERENCES registries.entry (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (token, area, entry_id)
);
COMMENT ON COLUMN registries.entry_token.token IS 'class:2 part of a name, or a number';

CREATE TABLE registries.change (
    id           uuid PRIMARY KEY,
    entry_id     uuid NOT NULL REFERENCES registries.entry (id),
    kind         text NOT NULL CHECK (kind IN ('AMEND', 'REVOKE')),
    reason       text NOT NULL CHECK (reason <> ''),
    fields       jsonb NOT NULL,
    asked_by     uuid NOT NULL,
    asked_name   text NOT NULL,
    asked_on     date NOT NULL,
    status       text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CONFIRMED', 'REJECTED')),
    decided_by   uuid CHECK (decided_by <> asked_by),
    decided_name text NOT NULL DEFAULT '',
    decided_on   date,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((status = 'OPEN') = (decided_by IS NULL))
);
COMMENT ON COLUMN registries.change.reason IS 'class:2 why, in the words of whoever asked';
COMMENT ON COLUMN registries.change.fields IS 'class:2 what the paper shall print';
COMMENT ON COLUMN registries.change.asked_name IS 'class:1 name of a staff member';
COMMENT ON COLUMN registries.change.decided_name IS 'class:1 name of a staff member';
CREATE UNIQUE INDEX change_open ON registries.change (entry_id) WHERE status = 'OPEN';
CREATE INDEX change_entry ON registries.change (entry_id);

CALL home.keep_by_area('registries.entry', 'registries.entry_token', 'registries.change');
GRANT SELECT, INSERT, UPDATE ON registries.entry, registries.change TO weimin_app;
GRANT SELECT, INSERT ON registries.entry_token TO weimin_app;
