-- 组织: bodies that ask the office for something. A county has some thousands; the tokens lie in the row.
CREATE TABLE people.organisation (
    id                uuid PRIMARY KEY,
    name              text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    credit_code       text UNIQUE CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
    kind              text NOT NULL CHECK (kind IN ('ASSOCIATION', 'SERVICE_ORGANISATION', 'FOUNDATION', 'COMMITTEE',
                          'CARE_HOME', 'COMPANY', 'PUBLIC_BODY', 'OTHER')),
    representative_id uuid NOT NULL REFERENCES people.person (id),
    phone             text NOT NULL,
    address           text NOT NULL,
    tokens            text[] NOT NULL,
    area              text COLLATE "C" NOT NULL,
    version           int NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN people.organisation.name IS 'class:0 name of a body, public in its register';
COMMENT ON COLUMN people.organisation.phone IS 'class:2 phone';
COMMENT ON COLUMN people.organisation.address IS 'class:0 seat of a body, public in its register';
CREATE INDEX ON people.organisation (area);
CREATE INDEX ON people.organisation (representative_id);
CALL home.keep_by_area('people.organisation');
GRANT SELECT, INSERT, UPDATE ON people.organisation TO weimin_app;

CREATE VIEW people.v_organisation WITH (security_invoker = true) AS
SELECT id AS organisation_id, name, credit_code, kind, representative_id, area FROM people.organisation;
GRANT SELECT ON people.v_organisation TO weimin_app;
