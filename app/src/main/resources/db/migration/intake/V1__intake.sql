GRANT USAGE ON SCHEMA intake TO weimin_app;

-- What a clerk has typed so far; nothing in it is submitted, and it goes when the application is.
CREATE TABLE intake.draft (
    id           uuid PRIMARY KEY,
    party_kind   text NOT NULL CHECK (party_kind IN ('household', 'person', 'organisation')),
    party_id     uuid NOT NULL,
    household_id uuid REFERENCES people.household (id)
                     GENERATED ALWAYS AS (CASE party_kind WHEN 'household' THEN party_id END) STORED,
    asks         text[] NOT NULL CHECK (cardinality(asks) > 0),
    answers      jsonb NOT NULL,
    started_by   uuid NOT NULL,
    started_on   date NOT NULL,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (party_id, asks)
);
COMMENT ON COLUMN intake.draft.answers IS 'class:3 income, property and consent as typed';
CREATE INDEX draft_started_by ON intake.draft (started_by);
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.draft TO weimin_app;

CREATE TABLE intake.application (
    id                   uuid PRIMARY KEY,
    party_kind           text NOT NULL CHECK (party_kind IN ('household', 'person', 'organisation')),
    party_id             uuid NOT NULL,
    household_id         uuid REFERENCES people.household (id)
                     GENERATED ALWAYS AS (CASE party_kind WHEN 'household' THEN party_id END) STORED,
    applicant_id         uuid NOT NULL REFERENCES people.person (id),
    channel              text NOT NULL CHECK (channel IN ('WINDOW', 'ASSISTED')),
    submitted_on         date NOT NULL,
    agent                text NOT NULL,
    agent_authorisation  text NOT NULL,
    undertaking_on       date NOT NULL,
    undertaking_evidence text NOT NULL,
    receipt_code         text NOT NULL UNIQUE CHECK (receipt_code ~ '^[0-9a-f]{32}$'),
    command_key          text NOT NULL UNIQUE,
    accepted_by          text NOT NULL,
    area                 text COLLATE "C" NOT NULL,
    created_at           timestamptz NOT NULL DEFAULT now(),
    CHECK (channel <> 'ASSISTED' OR (agent <> '' AND agent_authorisation <> ''))
);
COMMENT ON COLUMN intake.application.agent IS 'class:2 name of whoever filed for the applicant';
COMMENT ON COLUMN intake.application.agent_authorisation IS 'class:1 where the authorisation lies';
COMMENT ON COLUMN intake.application.receipt_code IS 'class:1 opens the progress page of this application';
CREATE INDEX application_party ON intake.application (party_id);
GRANT SELECT, INSERT ON intake.application TO weimin_app;

-- One open application per subject and matter: the index is the rule, the question before it only a kinder text.
CREATE TABLE intake.application_matter (
    application_id uuid NOT NULL REFERENCES intake.application (id),
    matter         text NOT NULL,
    subject_kind   text NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id     uuid NOT NULL,
    closed_on      date,
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (application_id, matter, subject_id)
);
CREATE UNIQUE INDEX application_matter_open ON intake.application_matter (subject_id, matter) WHERE closed_on IS NULL;
GRANT SELECT, INSERT, UPDATE ON intake.application_matter TO weimin_app;

CALL home.keep_by_area('intake.draft', 'intake.application', 'intake.application_matter');
