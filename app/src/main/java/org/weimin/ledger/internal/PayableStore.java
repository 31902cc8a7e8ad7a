package org.weimin.ledger.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.JournalId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.ledger.Debt;
import org.weimin.ledger.Fund;
import org.weimin.ledger.Payable;
import org.weimin.ledger.Payable.Kind;
import org.weimin.ledger.Payable.Status;

/** All SQL of ledger.payable, in sets: a month of a county is one statement, not a hundred thousand. */
@Repository
public class PayableStore {
    private static final String ROWS = """
        unnest(CAST(:ids AS uuid[]), CAST(:matters AS text[]), CAST(:entitlements AS uuid[]),
               CAST(:payees AS uuid[]), CAST(:months AS date[]), CAST(:kinds AS text[]), CAST(:numbers AS int[]),
               CAST(:amounts AS bigint[]), CAST(:areas AS text[]))
            AS debt(id, matter, entitlement_id, payee_id, month, kind, number, amount_fen, area)
        """;
    private final JdbcClient db;

    PayableStore(JdbcClient db) {
        this.db = db;
    }

    /** How many debts of a fund moved, from which status, and their sum. */
    public record Moved(Fund fund, Status from, int count, Money amount) {}

    /** Adds those that are not there yet. */
    public List<Moved> add(List<Payable> debts, int year, JournalId journal) {
        return add(debts, year, journal, Status.OPEN);
    }

    public List<Moved> addSettled(List<Payable> debts, int year, JournalId journal) {
        return add(debts, year, journal, Status.SETTLED);
    }

    private List<Moved> add(List<Payable> debts, int year, JournalId journal, Status status) {
        return withRows(db.sql("""
            WITH added AS (
                INSERT INTO ledger.payable (id, matter, year, entitlement_id, payee_id, month, kind, number,
                                            amount_fen, area, journal_id, status)
                SELECT id, matter, :year, entitlement_id, payee_id, month, kind, number, amount_fen, area,
                       :journal, :status
                  FROM %s
                ON CONFLICT ON CONSTRAINT payable_once DO NOTHING
                RETURNING matter, year, status, amount_fen)
            SELECT matter, year, status AS was, count(*) AS moved, sum(amount_fen) AS amount_fen
              FROM added GROUP BY matter, year, status ORDER BY matter, year, status
            """.formatted(ROWS)), debts)
                .param("year", year)
                .param("status", status.name())
                .param("journal", journal.value())
                .query(PayableStore::moved)
                .list();
    }

    /** How many of the debts are there with just this content. */
    public int countSame(List<Payable> debts) {
        return withRows(db.sql("""
            SELECT count(*) FROM %s
              JOIN ledger.payable there USING (entitlement_id, payee_id, month, kind, number)
             WHERE there.amount_fen = debt.amount_fen AND there.matter = debt.matter
            """.formatted(ROWS)), debts).query(Integer.class).single();
    }

    /** Moves those that may; PostgreSQL locks the rows, so of two writers one counts fewer. */
    public List<Moved> move(Collection<PayableId> debts, Status to) {
        return db.sql("""
            WITH moved AS (
                UPDATE ledger.payable p SET status = :to
                  FROM unnest(CAST(:ids AS uuid[])) AS debt(id)
                 WHERE p.id = debt.id AND p.status = ANY(CAST(:from AS text[]))
                RETURNING p.matter, p.year, old.status AS was, p.amount_fen)
            SELECT matter, year, was, count(*) AS moved, sum(amount_fen) AS amount_fen
              FROM moved GROUP BY matter, year, was ORDER BY matter, year, was
            """)
                .param("to", to.name())
                .param("ids", texts(debts, PayableId::toString))
                .param("from", texts(Payable.before(to), Status::name))
                .query(PayableStore::moved)
                .list();
    }

    public List<Moved> withdrawAfter(EntitlementId entitlement, YearMonth lastMonth, String reason) {
        return db.sql("""
            WITH moved AS (
                UPDATE ledger.payable SET status = 'WITHDRAWN', reason = :reason
                 WHERE entitlement_id = :entitlement AND month > :last AND status = 'OPEN'
                RETURNING matter, year, amount_fen)
            SELECT matter, year, 'OPEN' AS was, count(*) AS moved, sum(amount_fen) AS amount_fen
              FROM moved GROUP BY matter, year
            """)
                .param("entitlement", entitlement.value())
                .param("last", lastMonth.atDay(1))
                .param("reason", reason)
                .query(PayableStore::moved)
                .list();
    }

    public List<Moved> restoreBefore(EntitlementId entitlement, YearMonth until, String reason) {
        return db.sql("""
            WITH moved AS (
                UPDATE ledger.payable SET status = 'OPEN', reason = NULL
                 WHERE entitlement_id = :entitlement AND month < :until AND status = 'WITHDRAWN' AND reason = :reason
                RETURNING matter, year, amount_fen)
            SELECT matter, year, 'WITHDRAWN' AS was, count(*) AS moved, sum(amount_fen) AS amount_fen
              FROM moved GROUP BY matter, year
            """)
                .param("entitlement", entitlement.value())
                .param("until", until.atDay(1))
                .param("reason", reason)
                .query(PayableStore::moved)
                .list();
    }

    public void hold(EntitlementId entitlement, Period months, DivisionCode area, LocalDate on) {
        db.sql("""
            INSERT INTO ledger.hold (id, entitlement_id, from_month, until_month, placed_on, area)
            VALUES (uuidv7(), :entitlement, :from, CAST(:until AS date), :on, :area)
            ON CONFLICT (entitlement_id) WHERE released_on IS NULL
            DO UPDATE SET from_month = excluded.from_month, until_month = excluded.until_month,
                          version = hold.version + 1
            """)
                .param("entitlement", entitlement.value())
                .param("from", months.from())
                .param("until", months.until().map(LocalDate::toString).orElse(null))
                .param("on", on)
                .param("area", area.value())
                .update();
    }

    public void release(EntitlementId entitlement, LocalDate on) {
        db.sql("""
            UPDATE ledger.hold SET released_on = :on, version = version + 1
             WHERE entitlement_id = :entitlement AND released_on IS NULL
            """).param("entitlement", entitlement.value()).param("on", on).update();
    }

    public Optional<Period> held(EntitlementId entitlement) {
        return db.sql("SELECT from_month, until_month FROM ledger.v_hold WHERE entitlement_id = :entitlement")
                .param("entitlement", entitlement.value())
                .query((row, n) -> new Period(
                        row.getObject("from_month", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_month", LocalDate.class))))
                .optional();
    }

    public List<Payable> owedUnder(EntitlementId entitlement) {
        return db.sql("""
            SELECT id, matter, payee_id, month, kind, number, amount_fen, area FROM ledger.payable
             WHERE entitlement_id = :entitlement AND status <> 'WITHDRAWN' ORDER BY month, kind, number
            """)
                .param("entitlement", entitlement.value())
                .query((row, n) -> new Payable(
                        new PayableId(row.getObject("id", UUID.class)),
                        new MatterId(row.getString("matter")),
                        entitlement,
                        new PersonId(row.getObject("payee_id", UUID.class)),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("number"),
                        new Money(row.getLong("amount_fen")),
                        new DivisionCode(row.getString("area"))))
                .list();
    }

    public List<Debt> standingUnder(EntitlementId entitlement) {
        return db.sql("""
            SELECT month, amount_fen, status FROM ledger.payable
             WHERE entitlement_id = :entitlement AND status <> 'WITHDRAWN' ORDER BY month DESC, kind, number
            """)
                .param("entitlement", entitlement.value())
                .query((row, n) -> new Debt(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        new Money(row.getLong("amount_fen")),
                        Status.valueOf(row.getString("status"))))
                .list();
    }

    private static JdbcClient.StatementSpec withRows(JdbcClient.StatementSpec statement, List<Payable> debts) {
        return statement
                .param("ids", texts(debts, debt -> debt.id().toString()))
                .param("matters", texts(debts, debt -> debt.matter().value()))
                .param("entitlements", texts(debts, debt -> debt.entitlement().toString()))
                .param("payees", texts(debts, debt -> debt.payee().toString()))
                .param("months", texts(debts, debt -> debt.month().atDay(1).toString()))
                .param("kinds", texts(debts, debt -> debt.kind().name()))
                .param("numbers", debts.stream().mapToInt(Payable::number).toArray())
                .param(
                        "amounts",
                        debts.stream().mapToLong(debt -> debt.amount().fen()).toArray())
                .param("areas", texts(debts, debt -> debt.area().value()));
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static Moved moved(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Moved(
                new Fund(new MatterId(row.getString("matter")), row.getInt("year")),
                Status.valueOf(row.getString("was")),
                row.getInt("moved"),
                new Money(row.getLong("amount_fen")));
    }
}
