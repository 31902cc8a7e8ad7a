-- Residents and households. `area` is the division that is responsible for the row; every policy compares it.
CREATE TABLE people.person (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
    sex             text NOT NULL CHECK (sex IN ('MALE', 'FEMALE', 'UNKNOWN')),
    birth_on        date NOT NULL,
    id_number       bytea NOT NULL,
    id_number_index bytea NOT NULL UNIQUE,
    address         text NOT NULL,
    phone           text NOT NULL DEFAULT '',
    died_on         date,
    death_source    text,
    version         int NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (died_on >= birth_on),
    CHECK ((died_on IS NULL) = (death_source IS NULL))
);
COMMENT ON COLUMN people.person.name IS 'class:2 name';
COMMENT ON COLUMN people.person.sex IS 'class:1 sex';
COMMENT ON COLUMN people.person.birth_on IS 'class:2 birth date';
COMMENT ON COLUMN people.person.id_number IS 'class:3 identity number, sealed';
COMMENT ON COLUMN people.person.id_number_index IS 'class:3 keyed blind index of the identity number';
COMMENT ON COLUMN people.person.address IS 'class:2 address';
COMMENT ON COLUMN people.person.phone IS 'class:2 phone';
COMMENT ON COLUMN people.person.died_on IS 'class:1 day of death';
COMMENT ON COLUMN people.person.death_source IS 'class:1 who told us of the death';
CREATE INDEX ON people.person (area);

CREATE TABLE people.household (
    id         uuid PRIMARY KEY,
    area       text COLLATE "C" NOT NULL,
    head_id    uuid NOT NULL REFERENCES people.person,
    address    text NOT NULL,
    version    int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN people.household.address IS 'class:2 address';
CREATE INDEX ON people.household (area);
CREATE INDEX ON people.household (head_id);

-- One household at a time: counted or not, with the reason in the words of the rule.
CREATE TABLE people.membership (
    id              uuid PRIMARY KEY,
    area            text COLLATE "C" NOT NULL,
    household_id    uuid NOT NULL REFERENCES people.household,
    person_id       uuid NOT NULL REFERENCES people.person,
    relation        text NOT NULL CHECK (relation ~ '^[0-9]{2}$'),
    counted         boolean NOT NULL,
    excluded_reason text NOT NULL DEFAULT '',
    valid           daterange NOT NULL CHECK (NOT isempty(valid)),
    known           tstzrange NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (counted OR excluded_reason <> ''),
    EXCLUDE USING gist (person_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN people.membership.relation IS 'class:1 relation to the head (GB/T 4761)';
COMMENT ON COLUMN people.membership.excluded_reason IS 'class:1 why a member is not counted';
CREATE INDEX ON people.membership (household_id);

CREATE TABLE people.kinship (
    id          uuid PRIMARY KEY,
    area        text COLLATE "C" NOT NULL,
    person_id   uuid NOT NULL REFERENCES people.person,
    relative_id uuid NOT NULL REFERENCES people.person,
    kind        text NOT NULL CHECK (kind IN ('SPOUSE', 'PARENT', 'SIBLING', 'OTHER')),
    valid       daterange NOT NULL CHECK (NOT isempty(valid)),
    known       tstzrange NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (person_id <> relative_id),
    EXCLUDE USING gist (person_id WITH =, relative_id WITH =, kind WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN people.kinship.kind IS 'class:1 what the relative is to the person';
CREATE INDEX ON people.kinship (relative_id);

CREATE TABLE people.guardian (
    id          uuid PRIMARY KEY,
    area        text COLLATE "C" NOT NULL,
    ward_id     uuid NOT NULL REFERENCES people.person,
    guardian_id uuid NOT NULL REFERENCES people.person,
    evidence    text NOT NULL,
    valid       daterange NOT NULL CHECK (NOT isempty(valid)),
    known       tstzrange NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (ward_id <> guardian_id),
    EXCLUDE USING gist (ward_id WITH =, guardian_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN people.guardian.evidence IS 'class:1 the paper that proves the guardianship';

CREATE TABLE people.bank_card (
    id           uuid PRIMARY KEY,
    area         text COLLATE "C" NOT NULL,
    holder_id    uuid NOT NULL REFERENCES people.person,
    bank         text NOT NULL,
    number       bytea NOT NULL,
    number_index bytea NOT NULL,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    known        tstzrange NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (holder_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN people.bank_card.number IS 'class:3 bank card number, sealed';
COMMENT ON COLUMN people.bank_card.number_index IS 'class:3 keyed blind index of the card number';
CREATE INDEX ON people.bank_card (number_index);

CREATE TABLE people.group_tag (
    id         uuid PRIMARY KEY,
    area       text COLLATE "C" NOT NULL,
    person_id  uuid NOT NULL REFERENCES people.person,
    tag        text NOT NULL,
    valid      daterange NOT NULL CHECK (NOT isempty(valid)),
    known      tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (person_id WITH =, tag WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN people.group_tag.tag IS 'class:3 group such as disabled, orphan, living alone';

-- Equality only: under a policy PostgreSQL uses no index for LIKE (its operators are not leakproof).
CREATE TABLE people.search_token (
    token      text COLLATE "C" NOT NULL,
    area       text COLLATE "C" NOT NULL,
    -- Derived from people.person and written with it, so without a foreign key: there are twenty rows a person.
    person_id  uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (token, area, person_id)
);
COMMENT ON COLUMN people.search_token.token IS 'class:2 two characters of a name or address, pinyin initials, or a keyed index of the last four';
CREATE INDEX ON people.search_token (person_id);

CALL home.keep_by_area(
    'people.person', 'people.household', 'people.membership', 'people.kinship', 'people.guardian',
    'people.bank_card', 'people.group_tag', 'people.search_token');

-- Other rooms read these; the invoker's policy applies.
CREATE VIEW people.v_person WITH (security_invoker = true) AS
SELECT id AS person_id, name, area, birth_on, sex, died_on FROM people.person;

CREATE VIEW people.v_membership WITH (security_invoker = true) AS
SELECT household_id, person_id, valid FROM people.membership WHERE upper_inf(known);

CREATE VIEW people.v_household WITH (security_invoker = true) AS
SELECT h.id AS household_id, h.area, h.head_id, p.name AS head_name, h.address,
       (SELECT count(*) FROM people.membership m
         WHERE m.household_id = h.id AND upper_inf(m.valid) AND upper_inf(m.known)) AS member_count
  FROM people.household h
  JOIN people.person p ON p.id = h.head_id;

-- The keyed index tells equal cards apart from others; the number itself stays behind People. A line once paid to a
-- card keeps its id, so the second view has those that a correction has closed as well.
CREATE VIEW people.v_bank_card WITH (security_invoker = true) AS
SELECT id AS card_id, holder_id, bank, number_index, valid, area FROM people.bank_card WHERE upper_inf(known);
CREATE VIEW people.v_bank_card_ever WITH (security_invoker = true) AS
SELECT id AS card_id, holder_id, number_index, area FROM people.bank_card;

GRANT USAGE ON SCHEMA people TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON people.person, people.household, people.membership, people.kinship, people.guardian,
    people.bank_card, people.group_tag TO weimin_app;
GRANT SELECT, INSERT, DELETE ON people.search_token TO weimin_app;
GRANT SELECT ON people.v_person, people.v_membership, people.v_household, people.v_bank_card, people.v_bank_card_ever
    TO weimin_app;

-- 名册导入: an uploaded roster waits here, checked, until somebody applies it; raw cells are sealed.
CREATE TABLE people.import_batch (
    id          uuid PRIMARY KEY,
    area        text COLLATE "C" NOT NULL,
    file_name   text NOT NULL,
    policy      text NOT NULL CHECK (policy IN ('ALL', 'GOOD')),
    status      text NOT NULL CHECK (status IN ('STAGED', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDONE')),
    headings    text[] NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN people.import_batch.file_name IS 'class:1 the name that the uploader gave the file';

CREATE TABLE people.import_row (
    batch_id       uuid NOT NULL REFERENCES people.import_batch ON DELETE CASCADE,
    row_number     int NOT NULL,
    area           text COLLATE "C" NOT NULL,
    cells          bytea NOT NULL,
    family_key     text NOT NULL,
    person_name    text NOT NULL,
    relation       text NOT NULL,
    birth_on       date,
    identity_index bytea,
    verdict        text NOT NULL CHECK (verdict IN ('GOOD', 'WRONG', 'SUSPECT')),
    faults         text[] NOT NULL,
    bad_columns    int[] NOT NULL,
    household_id   uuid,
    person_id      uuid,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (batch_id, row_number)
);
COMMENT ON COLUMN people.import_row.cells IS 'class:3 the whole row, sealed';
COMMENT ON COLUMN people.import_row.family_key IS 'class:1 the household number of the roster';
COMMENT ON COLUMN people.import_row.person_name IS 'class:2 name';
COMMENT ON COLUMN people.import_row.relation IS 'class:1 relation to the head';
COMMENT ON COLUMN people.import_row.birth_on IS 'class:2 birth date';
COMMENT ON COLUMN people.import_row.identity_index IS 'class:3 keyed blind index of the identity number';
COMMENT ON COLUMN people.import_row.faults IS 'class:1 why the row is refused';
CREATE INDEX ON people.import_row (batch_id, family_key);
CREATE INDEX ON people.import_row (batch_id, identity_index);
-- Two residents of one name and one birth date are suspected to be one.
CREATE INDEX ON people.person (birth_on, name);

CALL home.keep_by_area('people.import_batch', 'people.import_row');
GRANT SELECT, INSERT, UPDATE ON people.import_batch, people.import_row TO weimin_app;
-- Only for undoing an import before its first use; whatever refers to a person keeps it.
GRANT DELETE ON people.person, people.household, people.membership, people.bank_card TO weimin_app;
