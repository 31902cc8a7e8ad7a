-- 待遇: dated twice, by whole months; one subject has one award of a matter at a time.
CREATE TABLE benefits.entitlement (
    id             uuid PRIMARY KEY,
    entitlement_id uuid   NOT NULL,
    matter         text   NOT NULL,
    subject_kind   text   NOT NULL CHECK (subject_kind IN ('household', 'person', 'organisation')),
    subject_id     uuid   NOT NULL,
    payee_id       uuid   NOT NULL REFERENCES people.person,
    monthly_fen    bigint NOT NULL CHECK (monthly_fen > 0),
    decided_by     uuid   NOT NULL,
    ended_because  text   CHECK (ended_because IN ('STOPPED', 'DEATH', 'SUPERSEDED')),
    area           text COLLATE "C" NOT NULL,
    valid          daterange NOT NULL
                   CHECK (NOT isempty(valid) AND extract(day FROM lower(valid)) = 1
                          AND coalesce(extract(day FROM upper(valid)) = 1, true)),
    known          tstzrange NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT entitlement_once EXCLUDE USING gist (subject_id WITH =, matter WITH =, valid WITH &&, known WITH &&),
    EXCLUDE USING gist (entitlement_id WITH =, known WITH &&)
);
CREATE INDEX entitlement_subject ON benefits.entitlement (subject_id);
CREATE INDEX entitlement_now ON benefits.entitlement (area, matter) WHERE upper_inf(known);
COMMENT ON COLUMN benefits.entitlement.subject_id IS 'class:1 which household or person receives aid';
COMMENT ON COLUMN benefits.entitlement.payee_id IS 'class:1 who is paid';
COMMENT ON COLUMN benefits.entitlement.monthly_fen IS 'class:1 how much aid a household receives';

CREATE TABLE benefits.recheck (
    id             uuid PRIMARY KEY,
    entitlement_id uuid NOT NULL,
    reason         text NOT NULL CHECK (reason IN ('MEMBER_DIED', 'PAYEE_DIED')),
    on_day         date NOT NULL,
    done_at        timestamptz,
    area           text COLLATE "C" NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (entitlement_id, reason, on_day)
);

CREATE TABLE benefits.overpayment (
    id             uuid PRIMARY KEY,
    entitlement_id uuid   NOT NULL,
    payee_id       uuid   NOT NULL REFERENCES people.person,
    month          date   NOT NULL CHECK (extract(day FROM month) = 1),
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    area           text COLLATE "C" NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (entitlement_id, month)
);
COMMENT ON COLUMN benefits.overpayment.payee_id IS 'class:1 who was paid too much';
COMMENT ON COLUMN benefits.overpayment.amount_fen IS 'class:1 how much';

CALL home.keep_by_area('benefits.entitlement', 'benefits.recheck', 'benefits.overpayment');

CREATE VIEW benefits.v_entitlement WITH (security_invoker = true) AS
    SELECT entitlement_id, CASE subject_kind WHEN 'household' THEN subject_id END AS household_id, matter, monthly_fen,
           lower(valid) AS from_month, upper(valid) AS until_month, area
      FROM benefits.entitlement WHERE upper_inf(known);

GRANT USAGE ON SCHEMA benefits TO weimin_app;
GRANT SELECT, INSERT ON benefits.entitlement, benefits.recheck, benefits.overpayment TO weimin_app;
GRANT UPDATE (known) ON benefits.entitlement TO weimin_app;
GRANT UPDATE (done_at) ON benefits.recheck TO weimin_app;
GRANT SELECT ON benefits.v_entitlement TO weimin_app;
