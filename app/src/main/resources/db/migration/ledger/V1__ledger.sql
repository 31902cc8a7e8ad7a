-- 账务: journals and entries are only ever added; balances move by entries and by nothing else.
CREATE TABLE ledger.account (
    id          uuid PRIMARY KEY,
    matter      text   NOT NULL,
    year        int    NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    kind        text   NOT NULL CHECK (kind IN ('APPROPRIATION', 'AVAILABLE', 'COMMITTED', 'SPENT', 'EXPENSE',
                                                'PAYABLE', 'IN_TRANSIT', 'RETURNED', 'PAID', 'SUSPENSE')),
    level       text   NOT NULL CHECK (level IN ('CENTRAL', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'POOLED')),
    normal_side text   NOT NULL CHECK (normal_side IN ('DEBIT', 'CREDIT')),
    balance_fen bigint NOT NULL DEFAULT 0 CONSTRAINT account_not_overdrawn CHECK (balance_fen >= 0),
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (matter, year, kind, level),
    CHECK ((kind = 'APPROPRIATION') = (level <> 'POOLED'))
);

CREATE TABLE ledger.journal (
    id          uuid PRIMARY KEY,
    key         text   NOT NULL UNIQUE,
    booked_on   date   NOT NULL,
    memo        text   NOT NULL,
    total_fen   bigint NOT NULL CHECK (total_fen > 0),
    legs        int    NOT NULL CHECK (legs >= 2),
    reverses_id uuid   UNIQUE REFERENCES ledger.journal,
    posted_by   text   NOT NULL DEFAULT current_setting('weimin.actor'),
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ledger.entry (
    id         uuid PRIMARY KEY,
    journal_id uuid   NOT NULL REFERENCES ledger.journal,
    leg        int    NOT NULL,
    account_id uuid   NOT NULL REFERENCES ledger.account,
    side       text   NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (journal_id, leg)
);
CREATE INDEX entry_account ON ledger.entry (account_id, journal_id);

-- I2: the past is not edited, not even by the owner of the tables.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is insert only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.journal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- I1: at commit every journal has the legs and the total it announced, on both sides.
CREATE FUNCTION ledger.check_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    announced ledger.journal;
    found_legs int;
    debit bigint;
    credit bigint;
BEGIN
    SELECT * INTO announced FROM ledger.journal
     WHERE id = CASE TG_TABLE_NAME WHEN 'journal' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                   ELSE (to_jsonb(NEW) ->> 'journal_id')::uuid END;
    SELECT count(*), sum(amount_fen) FILTER (WHERE side = 'DEBIT'), sum(amount_fen) FILTER (WHERE side = 'CREDIT')
      INTO found_legs, debit, credit FROM ledger.entry WHERE journal_id = announced.id;
    IF found_legs <> announced.legs OR debit IS DISTINCT FROM announced.total_fen
       OR credit IS DISTINCT FROM announced.total_fen THEN
        RAISE EXCEPTION 'journal % does not balance: % legs, debit %, credit %', announced.key, found_legs, debit, credit
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger.journal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_balanced();
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger.entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_balanced();

-- Accounts are locked in one order, so that two bookings cannot wait for each other.
CREATE FUNCTION ledger.move_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = ledger, pg_temp AS $$
BEGIN
    PERFORM 1 FROM account WHERE id IN (SELECT account_id FROM posted) ORDER BY id FOR UPDATE;
    UPDATE account a SET balance_fen = a.balance_fen + m.moved_fen
      FROM (SELECT p.account_id, sum(CASE WHEN p.side = b.normal_side THEN p.amount_fen ELSE -p.amount_fen END) moved_fen
              FROM posted p JOIN account b ON b.id = p.account_id GROUP BY p.account_id) m
     WHERE a.id = m.account_id;
    RETURN NULL;
END $$;
CREATE TRIGGER move_balances AFTER INSERT ON ledger.entry REFERENCING NEW TABLE AS posted
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.move_balances();

CREATE TABLE ledger.appropriation (
    id           uuid PRIMARY KEY,
    matter       text   NOT NULL,
    year         int    NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    level        text   NOT NULL CHECK (level IN ('CENTRAL', 'PROVINCE', 'PREFECTURE', 'COUNTY')),
    amount_fen   bigint NOT NULL CHECK (amount_fen > 0),
    document     text   NOT NULL,
    voted_on     date   NOT NULL,
    entered_by   uuid   NOT NULL,
    confirmed_by uuid CHECK (confirmed_by <> entered_by),
    version      int    NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now()
);

-- 应付款: the debt; I3 is the unique index, whose columns know nothing of progress.
CREATE TABLE ledger.payable (
    id             uuid PRIMARY KEY,
    matter         text   NOT NULL,
    year           int    NOT NULL,
    entitlement_id uuid   NOT NULL,
    payee_id       uuid   NOT NULL,
    month          date   NOT NULL CHECK (extract(day FROM month) = 1),
    kind           text   NOT NULL CHECK (kind IN ('REGULAR', 'BACK_PAY')),
    number         int    NOT NULL CHECK (number >= 0 AND (kind <> 'REGULAR' OR number = 0)),
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    status         text   NOT NULL DEFAULT 'OPEN'
                   CHECK (status IN ('OPEN', 'COMMITTED', 'RETURNED', 'SETTLED', 'WITHDRAWN')),
    reason         text CHECK ((reason IS NOT NULL) = (status = 'WITHDRAWN')),
    journal_id     uuid   NOT NULL REFERENCES ledger.journal DEFERRABLE INITIALLY DEFERRED,
    area           text COLLATE "C" NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payable_once UNIQUE (entitlement_id, payee_id, month, kind, number)
) WITH (fillfactor = 70);
CREATE INDEX payable_waiting ON ledger.payable (month) WHERE status IN ('OPEN', 'RETURNED');
CREATE INDEX payable_journal ON ledger.payable (journal_id);
CALL home.keep_by_area('ledger.payable');
COMMENT ON COLUMN ledger.payable.payee_id IS 'class:1 who receives';
COMMENT ON COLUMN ledger.payable.amount_fen IS 'class:1 how much aid a person receives';

-- A debt changes its status along its graph, and nothing else of it changes. A row at a time and without a query: a
-- join of a statement's old and new rows is planned once per session, for as many rows as the first statement had.
CREATE FUNCTION ledger.check_payable_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (('OPEN', 'COMMITTED'), ('OPEN', 'WITHDRAWN'), ('COMMITTED', 'SETTLED'),
           ('COMMITTED', 'RETURNED'), ('RETURNED', 'COMMITTED'), ('RETURNED', 'WITHDRAWN'))
       OR (NEW.id, NEW.entitlement_id, NEW.payee_id, NEW.month, NEW.kind, NEW.number, NEW.amount_fen, NEW.area,
           NEW.journal_id)
          IS DISTINCT FROM
          (OLD.id, OLD.entitlement_id, OLD.payee_id, OLD.month, OLD.kind, OLD.number, OLD.amount_fen, OLD.area,
           OLD.journal_id) THEN
        RAISE EXCEPTION 'payable % cannot change so', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payable_step BEFORE UPDATE ON ledger.payable
    FOR EACH ROW EXECUTE FUNCTION ledger.check_payable_step();

CREATE VIEW ledger.v_payable WITH (security_invoker = true) AS
    SELECT id AS payable_id, matter, entitlement_id, payee_id, month, kind, number, amount_fen, status, reason, area
      FROM ledger.payable;

GRANT USAGE ON SCHEMA ledger TO weimin_app;
GRANT SELECT, INSERT ON ledger.account, ledger.journal, ledger.entry TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON ledger.appropriation TO weimin_app;
GRANT SELECT, INSERT ON ledger.payable TO weimin_app;
GRANT UPDATE (status, reason) ON ledger.payable TO weimin_app;
GRANT SELECT ON ledger.v_payable TO weimin_app;

CREATE VIEW ledger.v_entry WITH (security_invoker = true) AS
    SELECT j.key, j.booked_on, a.matter, a.year, a.kind, e.side, e.amount_fen
      FROM ledger.entry e JOIN ledger.journal j ON j.id = e.journal_id JOIN ledger.account a ON a.id = e.account_id;
GRANT SELECT ON ledger.v_entry TO weimin_app;
