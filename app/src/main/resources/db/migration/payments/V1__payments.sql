-- 发放: runs, their lines, and what the bank answered. What a released run says is fixed by triggers, not by promises.
CREATE TABLE payments.run (
    id            uuid PRIMARY KEY,
    month         date   NOT NULL CHECK (extract(day FROM month) = 1),
    number        int    NOT NULL CHECK (number > 0),
    status        text   NOT NULL CHECK (status IN ('PREPARED', 'REVIEWED', 'RELEASED', 'FILED', 'ANSWERED',
                                                    'RECONCILED', 'DISCARDED')),
    area          text COLLATE "C" NOT NULL,
    prepared_by   uuid   NOT NULL,
    prepared_at   timestamptz NOT NULL,
    reviewed_by   uuid,
    released_by   uuid,
    released_at   timestamptz,
    pay_on        date,
    debtor        text[],
    line_count    int    NOT NULL DEFAULT 0 CHECK (line_count >= 0),
    total_fen     bigint NOT NULL DEFAULT 0 CHECK (total_fen >= 0),
    blocked_count int    NOT NULL DEFAULT 0 CHECK (blocked_count >= 0),
    blocked_fen   bigint NOT NULL DEFAULT 0 CHECK (blocked_fen >= 0),
    version       int    NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (month, number, area),
    CHECK ((released_by IS NULL) = (status IN ('PREPARED', 'REVIEWED', 'DISCARDED'))),
    CHECK ((released_by IS NULL) = (released_at IS NULL) AND (released_by IS NULL) = (debtor IS NULL)),
    CONSTRAINT two_people CHECK (released_by <> prepared_by AND released_by <> reviewed_by)
);
-- One draft at a time in an area: two drafts would both hold the same debts.
CREATE UNIQUE INDEX run_one_draft ON payments.run (area) WHERE status IN ('PREPARED', 'REVIEWED');

CREATE TABLE payments.line (
    id             uuid PRIMARY KEY,
    run_id         uuid   NOT NULL REFERENCES payments.run,
    number         int    NOT NULL,
    payable_id     uuid   NOT NULL REFERENCES ledger.payable,
    entitlement_id uuid   NOT NULL,
    payee_id       uuid   NOT NULL REFERENCES people.person,
    payee_name     text   NOT NULL,
    card_id        uuid   REFERENCES people.bank_card,
    bank           text   NOT NULL DEFAULT '',
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    last_fen       bigint NOT NULL DEFAULT 0,
    month          date   NOT NULL,
    kind           text   NOT NULL CHECK (kind IN ('REGULAR', 'BACK_PAY')),
    status         text   NOT NULL CHECK (status IN ('PLANNED', 'BLOCKED', 'RELEASED', 'SENT', 'UNKNOWN', 'SETTLED',
                                                     'RETURNED')),
    cautions       text[] NOT NULL DEFAULT '{}'
                   CHECK (cautions <@ ARRAY['DEAD', 'STOPPED', 'NO_ACCOUNT', 'SHARED_ACCOUNT',
                                            'DUPLICATE_ACCOUNT', 'CHANGED', 'NEW', 'REISSUED']),
    cleared_by     uuid,
    cleared_reason text   NOT NULL DEFAULT '',
    answer         text   NOT NULL DEFAULT '',
    replaces_id    uuid,
    -- I3: what is replaced is a returned line of the same debt, or the row cannot be written.
    replaces_what  text   GENERATED ALWAYS AS (CASE WHEN replaces_id IS NOT NULL THEN 'RETURNED' END) STORED,
    area           text COLLATE "C" NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (run_id, number),
    UNIQUE (id, payable_id, status),
    FOREIGN KEY (replaces_id, payable_id, replaces_what) REFERENCES payments.line (id, payable_id, status),
    CHECK (card_id IS NOT NULL OR status = 'BLOCKED')
) WITH (fillfactor = 70);
-- I3: a debt is paid by one line, however far that line has come; a blocked line pays nothing.
CREATE UNIQUE INDEX line_once ON payments.line (payable_id) WHERE replaces_id IS NULL AND status <> 'BLOCKED';
CREATE UNIQUE INDEX line_replaced_once ON payments.line (replaces_id) WHERE status <> 'BLOCKED';
-- For the foreign key above: whether a line is replaced is asked for every line that changes its status.
CREATE INDEX line_replaces ON payments.line (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX line_run ON payments.line (run_id, status);
CREATE INDEX line_payee ON payments.line (payee_id);
CREATE INDEX line_waiting ON payments.line (run_id) WHERE status IN ('SENT', 'UNKNOWN');
COMMENT ON COLUMN payments.line.payee_id IS 'class:1 who is paid';
COMMENT ON COLUMN payments.line.payee_name IS 'class:2 name';
COMMENT ON COLUMN payments.line.card_id IS 'class:1 which card is paid to; the number stays in people';
COMMENT ON COLUMN payments.line.amount_fen IS 'class:1 how much aid a person receives';
COMMENT ON COLUMN payments.line.cautions IS 'class:1 such as that the payee has died';

CREATE TABLE payments.reissue (
    line_id      uuid PRIMARY KEY REFERENCES payments.line,
    requested_by uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE payments.bank_file (
    id          uuid PRIMARY KEY,
    run_id      uuid   NOT NULL REFERENCES payments.run,
    format      text   NOT NULL CHECK (format IN ('PAIN_001', 'XLSX')),
    sha256      text   NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    line_count  int    NOT NULL,
    total_fen   bigint NOT NULL,
    size_bytes  bigint NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (run_id, format)
);

CREATE TABLE payments.bank_return (
    id          uuid PRIMARY KEY,
    run_id      uuid   NOT NULL REFERENCES payments.run,
    file_name   text   NOT NULL,
    format      text   NOT NULL CHECK (format IN ('PAIN_002', 'XLSX')),
    sha256      text   NOT NULL UNIQUE,
    received_by uuid   NOT NULL,
    received_on date   NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- I8: a row of a return matches one line, or says why it does not.
CREATE TABLE payments.return_row (
    id         uuid PRIMARY KEY,
    return_id  uuid   NOT NULL REFERENCES payments.bank_return,
    number     int    NOT NULL,
    end_to_end text   NOT NULL,
    outcome    text   NOT NULL CHECK (outcome IN ('SETTLED', 'RETURNED', 'PENDING')),
    reason     text   NOT NULL,
    amount_fen bigint,
    line_id    uuid REFERENCES payments.line,
    suspense   text   CHECK (suspense IN ('UNKNOWN_LINE', 'OTHER_AMOUNT', 'REPEATED', 'ALREADY_ANSWERED')),
    resolution text,
    resolved_by uuid,
    area       text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (return_id, number),
    CHECK ((line_id IS NULL) = (suspense IS NOT NULL)),
    CHECK ((resolution IS NULL) = (resolved_by IS NULL))
);
-- One final answer a line.
CREATE UNIQUE INDEX return_row_final ON payments.return_row (line_id) WHERE outcome <> 'PENDING';
CREATE INDEX return_row_suspense ON payments.return_row (return_id) WHERE suspense IS NOT NULL AND resolution IS NULL;
COMMENT ON COLUMN payments.return_row.reason IS 'class:1 why the bank could not pay a person';

CALL home.keep_by_area('payments.run', 'payments.line', 'payments.reissue', 'payments.return_row');

-- A released run is what it was when it was released.
CREATE FUNCTION payments.check_run_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (('PREPARED', 'PREPARED'), ('PREPARED', 'REVIEWED'), ('PREPARED', 'DISCARDED'),
           ('REVIEWED', 'PREPARED'), ('REVIEWED', 'RELEASED'), ('REVIEWED', 'DISCARDED'), ('RELEASED', 'FILED'),
           ('FILED', 'ANSWERED'), ('ANSWERED', 'RECONCILED'))
       OR OLD.released_by IS NOT NULL AND
          (NEW.month, NEW.number, NEW.area, NEW.prepared_by, NEW.released_by, NEW.released_at, NEW.pay_on, NEW.debtor,
           NEW.line_count, NEW.total_fen, NEW.blocked_count, NEW.blocked_fen)
          IS DISTINCT FROM
          (OLD.month, OLD.number, OLD.area, OLD.prepared_by, OLD.released_by, OLD.released_at, OLD.pay_on, OLD.debtor,
           OLD.line_count, OLD.total_fen, OLD.blocked_count, OLD.blocked_fen) THEN
        RAISE EXCEPTION 'run % cannot change so', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER run_step BEFORE UPDATE ON payments.run FOR EACH ROW EXECUTE FUNCTION payments.check_run_step();

CREATE FUNCTION payments.check_line_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM changed JOIN payments.run r ON r.id = changed.run_id
                WHERE r.status NOT IN ('PREPARED', 'REVIEWED')) THEN
        RAISE EXCEPTION 'the lines of a released run are fixed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER line_added AFTER INSERT ON payments.line REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION payments.check_line_draft();
CREATE TRIGGER line_deleted AFTER DELETE ON payments.line REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION payments.check_line_draft();

-- I5: a line goes forward along its graph, and what it pays to whom does not change on the way.
CREATE FUNCTION payments.check_line_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (('PLANNED', 'RELEASED'), ('PLANNED', 'BLOCKED'), ('BLOCKED', 'PLANNED'),
           ('RELEASED', 'SENT'), ('SENT', 'SETTLED'), ('SENT', 'RETURNED'), ('SENT', 'UNKNOWN'),
           ('UNKNOWN', 'SETTLED'), ('UNKNOWN', 'RETURNED'))
       OR (NEW.id, NEW.run_id, NEW.number, NEW.payable_id, NEW.payee_id, NEW.payee_name, NEW.card_id, NEW.amount_fen,
           NEW.replaces_id)
          IS DISTINCT FROM
          (OLD.id, OLD.run_id, OLD.number, OLD.payable_id, OLD.payee_id, OLD.payee_name, OLD.card_id, OLD.amount_fen,
           OLD.replaces_id) THEN
        RAISE EXCEPTION 'line % cannot change so', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER line_step BEFORE UPDATE ON payments.line
    FOR EACH ROW EXECUTE FUNCTION payments.check_line_step();

-- What is planned or blocked moves only while its run is a draft: a blocked line of a released run stays blocked.
CREATE FUNCTION payments.check_line_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM before_step b JOIN payments.run r ON r.id = b.run_id
                WHERE b.status IN ('PLANNED', 'BLOCKED') AND r.status NOT IN ('PREPARED', 'REVIEWED')) THEN
        RAISE EXCEPTION 'the lines of a released run are fixed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER line_moved AFTER UPDATE ON payments.line REFERENCING OLD TABLE AS before_step
    FOR EACH STATEMENT EXECUTE FUNCTION payments.check_line_moved();

GRANT USAGE ON SCHEMA payments TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON payments.run TO weimin_app;
GRANT SELECT, INSERT, DELETE ON payments.line TO weimin_app;
GRANT UPDATE (status, cleared_by, cleared_reason, answer) ON payments.line TO weimin_app;
GRANT SELECT, INSERT ON payments.reissue, payments.bank_file, payments.bank_return TO weimin_app;
GRANT SELECT, INSERT ON payments.return_row TO weimin_app;
GRANT UPDATE (resolution, resolved_by) ON payments.return_row TO weimin_app;
