package org.weimin.payments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.RunId;
import org.weimin.kernel.StaffId;
import org.weimin.payments.Caution;
import org.weimin.payments.Line;
import org.weimin.payments.Line.Standing;
import org.weimin.payments.LineStatus;
import org.weimin.payments.Show;
import org.weimin.shell.PageOf;

/** All SQL of payments.line after it is planned. */
@Repository
public class LineStore {
    private static final String COLUMNS = """
        l.id, l.run_id, l.number, l.payee_id, l.payee_name, l.month, l.amount_fen, l.last_fen, l.status, l.cautions,
        l.answer, l.bank, EXISTS (SELECT 1 FROM payments.reissue r WHERE r.line_id = l.id) AS asked_again
        """;
    private final JdbcClient db;

    LineStore(JdbcClient db) {
        this.db = db;
    }

    public Line get(LineId id) {
        return db.sql("SELECT " + COLUMNS + " FROM payments.line l WHERE l.id = :id")
                .param("id", id.value())
                .query(LineStore::line)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    List<Line> rows(List<UUID> keys) {
        return db.sql("SELECT " + COLUMNS + " FROM payments.line l WHERE l.id = ANY (:keys::uuid[])")
                .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                .query(LineStore::line)
                .list();
    }

    /** 应付: what is owed for a month, and where it stands. */
    record Owed(UUID id, YearMonth month, Money amount, String status) {}

    List<Owed> owed(List<UUID> keys) {
        return db.sql("""
            SELECT payable_id, month, amount_fen, status FROM ledger.v_payable WHERE payable_id = ANY (:keys::uuid[])
            """)
                .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> new Owed(
                        row.getObject("payable_id", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        new Money(row.getLong("amount_fen")),
                        row.getString("status")))
                .list();
    }

    /** One page of lines; blocked first, then those to look at, then by number. */
    public PageOf<Line> list(RunId run, Show show, int page) {
        var rows = db.sql("SELECT " + COLUMNS + " FROM payments.line l WHERE l.run_id = :run AND " + condition(show)
                        + """
                         ORDER BY l.status = 'BLOCKED' DESC, l.cautions = '{}', l.number LIMIT :size OFFSET :skip
                        """)
                .param("run", run.value())
                .param("size", PageOf.SIZE)
                .param("skip", (page - 1L) * PageOf.SIZE)
                .query(LineStore::line)
                .list();
        return new PageOf<>(rows, page, PageOf.SIZE, count(run, show));
    }

    public long count(RunId run, Show show) {
        return db.sql("SELECT count(*) FROM payments.line l WHERE l.run_id = :run AND " + condition(show))
                .param("run", run.value())
                .query(Long.class)
                .single();
    }

    private static String condition(Show show) {
        return switch (show) {
            case ALL -> "true";
            case LOOK -> "(l.status = 'BLOCKED' OR l.cautions <> '{}')";
            case WAITING -> "l.status IN ('RELEASED', 'SENT', 'UNKNOWN')";
            case RETURNED -> "l.status = 'RETURNED'";
            case SETTLED -> "l.status = 'SETTLED'";
        };
    }

    public Money sum(RunId run, Set<LineStatus> states) {
        return db.sql("""
            SELECT coalesce(sum(amount_fen), 0) FROM payments.line
             WHERE run_id = :run AND status = ANY(CAST(:states AS text[]))
            """)
                .param("run", run.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query((row, n) -> new Money(row.getLong(1)))
                .single();
    }

    /** All lines of a run in file order. */
    public List<Line> all(RunId run) {
        return db.sql("SELECT " + COLUMNS + " FROM payments.line l WHERE l.run_id = :run ORDER BY l.number")
                .param("run", run.value())
                .query(LineStore::line)
                .list();
    }

    public List<PayableId> debts(RunId run, LineStatus status) {
        return db.sql("SELECT payable_id FROM payments.line WHERE run_id = :run AND status = :status")
                .param("run", run.value())
                .param("status", status.name())
                .query((row, n) -> new PayableId(row.getObject(1, UUID.class)))
                .list();
    }

    public int move(RunId run, LineStatus from, LineStatus to) {
        return db.sql("UPDATE payments.line SET status = :to WHERE run_id = :run AND status = :from")
                .param("to", to.name())
                .param("run", run.value())
                .param("from", from.name())
                .update();
    }

    /** Sent so long ago that silence is worth a question; silence is not an answer. */
    public int markUnknown(LocalDate sentBefore) {
        return db.sql("""
            UPDATE payments.line l SET status = 'UNKNOWN'
              FROM payments.run r
             WHERE r.id = l.run_id AND r.status = 'FILED' AND r.pay_on < :before AND l.status = 'SENT'
            """).param("before", sentBefore).update();
    }

    public boolean clear(LineId id, StaffId by, String reason) {
        return db.sql("""
            UPDATE payments.line SET status = 'PLANNED', cleared_by = :by, cleared_reason = :reason
             WHERE id = :id AND status = 'BLOCKED'
            """)
                        .param("by", by.value())
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Whether the payee is paid today to another card than the one of this line. */
    public boolean hasOtherCard(LineId id, LocalDate today) {
        return db.sql("""
            SELECT EXISTS (
                SELECT 1 FROM payments.line l
                  JOIN people.v_bank_card now ON now.holder_id = l.payee_id AND now.valid @> CAST(:today AS date)
                 WHERE l.id = :id AND now.number_index NOT IN (
                     SELECT used.number_index FROM people.v_bank_card_ever used WHERE used.card_id = l.card_id))
            """)
                .param("today", today)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public void askAgain(LineId id, StaffId by) {
        db.sql("""
            INSERT INTO payments.reissue (line_id, requested_by, area)
            SELECT id, :by, area FROM payments.line WHERE id = :id
            ON CONFLICT DO NOTHING
            """).param("by", by.value()).param("id", id.value()).update();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        var cautions = EnumSet.noneOf(Caution.class);
        for (String caution : (String[]) row.getArray("cautions").getArray()) {
            cautions.add(Caution.valueOf(caution));
        }
        return new Line(
                new LineId(row.getObject("id", UUID.class)),
                new RunId(row.getObject("run_id", UUID.class)),
                row.getInt("number"),
                new PersonId(row.getObject("payee_id", UUID.class)),
                row.getString("payee_name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new Money(row.getLong("amount_fen")),
                new Money(row.getLong("last_fen")),
                new Standing(
                        LineStatus.valueOf(row.getString("status")),
                        cautions,
                        row.getString("answer"),
                        row.getBoolean("asked_again")),
                row.getString("bank"));
    }
}
