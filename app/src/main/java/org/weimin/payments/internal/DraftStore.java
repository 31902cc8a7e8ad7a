package org.weimin.payments.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.home.Home;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.payments.PaymentSettings;
import org.weimin.payments.Run;
import org.weimin.payments.internal.Batch.Debtor;

/** 测算: turns every open debt into a line or a blocked line, in one statement; none is passed over. */
@Repository
public class DraftStore {
    /**
     * What is due: open debts, returned ones that somebody asked to pay again, and this month's withdrawn ones, which
     * are shown as stopped so that nobody wonders where a line has gone.
     */
    private static final String PLAN = """
        INSERT INTO payments.line (id, run_id, number, payable_id, entitlement_id, payee_id, payee_name, card_id, bank,
                                   amount_fen, last_fen, month, kind, status, cautions, replaces_id, area)
        WITH again AS (
            SELECT l.payable_id, r.line_id FROM payments.reissue r JOIN payments.line l ON l.id = r.line_id
             WHERE NOT EXISTS (SELECT 1 FROM payments.line n
                                WHERE n.replaces_id = r.line_id AND n.status <> 'BLOCKED')),
        due AS (
            SELECT p.*, again.line_id AS replaces_id
              FROM ledger.v_payable p LEFT JOIN again ON again.payable_id = p.payable_id
             WHERE p.month <= :month
               AND (p.status = 'OPEN' OR p.status = 'RETURNED' AND again.line_id IS NOT NULL
                    OR p.status = 'WITHDRAWN' AND p.month = :month
                       AND NOT EXISTS (SELECT 1 FROM payments.line l WHERE l.payable_id = p.payable_id))),
        card AS (SELECT * FROM people.v_bank_card WHERE valid @> CAST(:today AS date)),
        shared AS (
            SELECT card.number_index, count(DISTINCT due.payee_id) AS people
              FROM due JOIN card ON card.holder_id = due.payee_id GROUP BY card.number_index),
        before AS (
            SELECT entitlement_id, sum(amount_fen) AS fen FROM ledger.v_payable
             WHERE month = :before AND kind = 'REGULAR' AND status <> 'WITHDRAWN' GROUP BY entitlement_id),
        looked AS (
            SELECT due.*, person.name, card.card_id, card.bank, coalesce(before.fen, 0) AS last_fen,
                   array_remove(ARRAY[
                       CASE WHEN person.died_on IS NOT NULL THEN 'DEAD' END,
                       CASE WHEN due.status = 'WITHDRAWN' THEN 'STOPPED' END,
                       CASE WHEN held.from_month <= due.month
                             AND (held.until_month IS NULL OR due.month < held.until_month) THEN 'HELD' END,
                       CASE WHEN card.card_id IS NULL THEN 'NO_ACCOUNT' END,
                       CASE WHEN shared.people > :sharedPeople THEN 'SHARED_ACCOUNT'
                            WHEN shared.people > 1 THEN 'DUPLICATE_ACCOUNT' END,
                       CASE WHEN due.replaces_id IS NOT NULL THEN 'REISSUED' END,
                       CASE WHEN due.kind = 'REGULAR' AND due.month = :month AND before.fen IS NULL THEN 'NEW'
                            WHEN due.kind = 'REGULAR' AND due.month = :month
                                 AND abs(due.amount_fen - before.fen) * 100 > before.fen * :percent THEN 'CHANGED' END
                   ], NULL) AS cautions
              FROM due
              JOIN people.v_person person ON person.person_id = due.payee_id
              LEFT JOIN card ON card.holder_id = due.payee_id
              LEFT JOIN shared ON shared.number_index = card.number_index
              LEFT JOIN before ON before.entitlement_id = due.entitlement_id
              LEFT JOIN ledger.v_hold held ON held.entitlement_id = due.entitlement_id)
        SELECT uuidv7(), :run, row_number() OVER (ORDER BY area, payee_id, month, kind, number), payable_id,
               entitlement_id, payee_id, name, card_id, coalesce(bank, ''), amount_fen, last_fen, month, kind,
               CASE WHEN cautions && ARRAY['DEAD', 'STOPPED', 'HELD', 'NO_ACCOUNT', 'SHARED_ACCOUNT'] THEN 'BLOCKED'
                    ELSE 'PLANNED' END,
               cautions, replaces_id, area
          FROM looked
        """;

    private static final Debtor PLAYGROUND = new Debtor("示例区民政局", "3100000000000000001", "示例银行");
    private final JdbcClient db;
    private final PaymentSettings settings;
    private final Home home;

    DraftStore(JdbcClient db, PaymentSettings settings, Home home) {
        this.db = db;
        this.settings = settings;
        this.home = home;
    }

    /** Whose account the bank draws on; only a playground has one without being told. */
    public Debtor debtor() {
        if (settings.hasDebtor()) {
            return new Debtor(settings.debtorName(), settings.debtorAccount(), settings.debtorBank());
        }
        if (home.isPlayground()) {
            return PLAYGROUND;
        }
        throw new Refused("payments.release.no-debtor");
    }

    /**
     * All rows of a month are joined at once, so nested loops are never right here; row-level security makes the
     * planner guess too few rows and take them.
     */
    public void plan(RunId run, YearMonth month, LocalDate today) {
        nestedLoops("off");
        db.sql(PLAN)
                .param("run", run.value())
                .param("month", month.atDay(1))
                .param("before", month.minusMonths(1).atDay(1))
                .param("today", today)
                .param("sharedPeople", settings.sharedAccountPeople())
                .param("percent", settings.changePercent())
                .update();
        nestedLoops("on");
    }

    private void nestedLoops(String setting) {
        db.sql("SELECT set_config('enable_nestloop', :setting, true)")
                .param("setting", setting)
                .query(String.class)
                .single();
    }

    public void clear(RunId run) {
        db.sql("DELETE FROM payments.line WHERE run_id = :run")
                .param("run", run.value())
                .update();
    }

    /** How many planned lines are not what they were when prepared: withdrawn or held since, or the payee died. */
    public int countOutdated(Run run) {
        return db.sql("""
            SELECT count(*) FROM payments.line l
              JOIN ledger.v_payable p ON p.payable_id = l.payable_id
              JOIN people.v_person person ON person.person_id = l.payee_id
             WHERE l.run_id = :run AND l.status = 'PLANNED'
               AND (p.status NOT IN ('OPEN', 'RETURNED') OR person.died_on IS NOT NULL
                    OR EXISTS (SELECT FROM ledger.v_hold h
                                WHERE h.entitlement_id = p.entitlement_id AND h.from_month <= p.month
                                  AND (h.until_month IS NULL OR p.month < h.until_month)))
            """).param("run", run.id().value()).query(Integer.class).single();
    }
}
