-- What is true of a person or a household, when, and since when we know it.
CREATE TABLE facts.fact (
    id           uuid PRIMARY KEY,
    area         text COLLATE "C" NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('person', 'household', 'organisation')),
    subject_id   uuid NOT NULL,
    name         text COLLATE "C" NOT NULL,
    value        text NOT NULL,
    source       text NOT NULL CHECK (source IN ('DECLARED', 'CHECKED', 'VISIT', 'REGISTER', 'SYSTEM')),
    evidence     text NOT NULL,
    recorded_on  date NOT NULL,
    recorded_by  text NOT NULL,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    known        tstzrange NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (subject_id WITH =, name WITH =, source WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN facts.fact.name IS 'public: the name of the fact in the dictionary';
COMMENT ON COLUMN facts.fact.value IS 'class:3 income, property, health or disability';
COMMENT ON COLUMN facts.fact.evidence IS 'class:2 the paper or the check that proves the value';
CREATE INDEX ON facts.fact (subject_id);

-- 核对授权: every grown-up member signs, or nothing is checked (社会救助法 第四十一条).
CREATE TABLE facts.consent (
    id           uuid PRIMARY KEY,
    area         text COLLATE "C" NOT NULL,
    household_id uuid NOT NULL REFERENCES people.household,
    person_id    uuid NOT NULL REFERENCES people.person,
    evidence     text NOT NULL,
    recorded_by  text NOT NULL,
    valid        daterange NOT NULL CHECK (NOT isempty(valid)),
    known        tstzrange NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (household_id WITH =, person_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN facts.consent.evidence IS 'class:1 the signed paper';

CALL home.keep_by_area('facts.fact', 'facts.consent');

CREATE VIEW facts.v_fact WITH (security_invoker = true) AS
SELECT subject_kind, subject_id, area, name, value, source, evidence, recorded_on, valid
  FROM facts.fact WHERE upper_inf(known);

GRANT USAGE ON SCHEMA facts TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON facts.fact, facts.consent TO weimin_app;
GRANT SELECT ON facts.v_fact TO weimin_app;
