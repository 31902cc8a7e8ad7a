-- 暂缓: a debt that is held is owed still, and no run pays it before the hold is released.
CREATE TABLE ledger.hold (
    id             uuid PRIMARY KEY,
    entitlement_id uuid NOT NULL,
    from_month     date NOT NULL CHECK (extract(day FROM from_month) = 1),
    placed_on      date NOT NULL,
    released_on    date,
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX hold_standing ON ledger.hold (entitlement_id) WHERE released_on IS NULL;
CALL home.keep_by_area('ledger.hold');
GRANT SELECT, INSERT, UPDATE ON ledger.hold TO weimin_app;
CREATE VIEW ledger.v_hold WITH (security_invoker = true) AS
    SELECT entitlement_id, from_month, placed_on, area FROM ledger.hold WHERE released_on IS NULL;
GRANT SELECT ON ledger.v_hold TO weimin_app;

-- What was withdrawn because of something that turned out not to be so is owed again.
CREATE OR REPLACE FUNCTION ledger.check_payable_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (('OPEN', 'COMMITTED'), ('OPEN', 'WITHDRAWN'), ('COMMITTED', 'SETTLED'),
           ('COMMITTED', 'RETURNED'), ('RETURNED', 'COMMITTED'), ('RETURNED', 'WITHDRAWN'), ('WITHDRAWN', 'OPEN'))
       OR (NEW.id, NEW.entitlement_id, NEW.payee_id, NEW.month, NEW.kind, NEW.number, NEW.amount_fen, NEW.area,
           NEW.journal_id)
          IS DISTINCT FROM
          (OLD.id, OLD.entitlement_id, OLD.payee_id, OLD.month, OLD.kind, OLD.number, OLD.amount_fen, OLD.area,
           OLD.journal_id) THEN
        RAISE EXCEPTION 'payable % cannot change so', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
