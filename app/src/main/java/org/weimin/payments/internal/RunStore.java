package org.weimin.payments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.kernel.StaffId;
import org.weimin.payments.Run;
import org.weimin.payments.Run.Release;
import org.weimin.payments.Run.Status;
import org.weimin.payments.Run.Totals;
import org.weimin.payments.internal.Batch.Debtor;

/** All SQL of payments.run. */
@Repository
public class RunStore {
    private final JdbcClient db;

    RunStore(JdbcClient db) {
        this.db = db;
    }

    public Run get(RunId id) {
        return db.sql("SELECT * FROM payments.run WHERE id = :id")
                .param("id", id.value())
                .query(RunStore::run)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** Of two who release at once the second waits here, and then reads what the first has done. */
    public Run lock(RunId id) {
        return db.sql("SELECT * FROM payments.run WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(RunStore::run)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<Run> list() {
        return db.sql("SELECT * FROM payments.run WHERE status <> 'DISCARDED' ORDER BY month DESC, number DESC LIMIT"
                        + " 120")
                .query(RunStore::run)
                .list();
    }

    public Optional<Run> draft() {
        return db.sql("SELECT * FROM payments.run WHERE status IN ('PREPARED', 'REVIEWED') FOR UPDATE")
                .query(RunStore::run)
                .optional();
    }

    public RunId open(YearMonth month, DivisionCode area, StaffId by, Instant at) {
        var id = RunId.next();
        try {
            insert(id, month, area, by, at);
        } catch (DuplicateKeyException two) {
            throw new Refused("payments.run.changed");
        }
        return id;
    }

    private void insert(RunId id, YearMonth month, DivisionCode area, StaffId by, Instant at) {
        db.sql("""
            INSERT INTO payments.run (id, month, number, status, area, prepared_by, prepared_at)
            SELECT :id, :month, coalesce(max(number), 0) + 1, 'PREPARED', :area, :by, :at
              FROM payments.run WHERE month = :month AND area = :area
            """)
                .param("id", id.value())
                .param("month", month.atDay(1))
                .param("area", area.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The draft is computed anew: whoever does it is the preparer now, and nobody has reviewed it yet. */
    public void reopen(Run draft, StaffId by, Instant at) {
        requireOne(db.sql("""
            UPDATE payments.run
               SET status = 'PREPARED', prepared_by = :by, prepared_at = :at, reviewed_by = NULL,
                   version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", draft.id().value())
                .param("version", draft.version())
                .update());
    }

    /** Control totals, from the lines themselves. */
    public void total(RunId id) {
        db.sql("""
            UPDATE payments.run r
               SET line_count = t.count, total_fen = t.fen, blocked_count = t.blocked, blocked_fen = t.blocked_fen,
                   version = version + 1
              FROM (SELECT count(*) FILTER (WHERE status = 'PLANNED') AS count,
                           coalesce(sum(amount_fen) FILTER (WHERE status = 'PLANNED'), 0) AS fen,
                           count(*) FILTER (WHERE status = 'BLOCKED') AS blocked,
                           coalesce(sum(amount_fen) FILTER (WHERE status = 'BLOCKED'), 0) AS blocked_fen
                      FROM payments.line WHERE run_id = :id) t
             WHERE r.id = :id
            """).param("id", id.value()).update();
    }

    /** Of two who save the same state the second is refused: PostgreSQL lets it wait and then finds another version. */
    public void save(Run run) {
        requireOne(db.sql("""
            UPDATE payments.run SET status = :status, reviewed_by = :reviewer, version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("status", run.status().name())
                .param("reviewer", run.reviewedBy().map(StaffId::value).orElse(null))
                .param("id", run.id().value())
                .param("version", run.version())
                .update());
    }

    public void saveRelease(Run run, Release release, LocalDate payOn, Debtor debtor) {
        requireOne(db.sql("""
            UPDATE payments.run
               SET status = 'RELEASED', released_by = :by, released_at = :at, pay_on = :payOn,
                   debtor = ARRAY[:name, :account, :bank], version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("by", release.by().value())
                .param("at", release.at().atOffset(ZoneOffset.UTC))
                .param("payOn", payOn)
                .param("name", debtor.name())
                .param("account", debtor.account())
                .param("bank", debtor.bank())
                .param("id", run.id().value())
                .param("version", run.version())
                .update());
    }

    /** What the bank file says on top: all of it was fixed at release. */
    Batch batch(RunId id) {
        return db.sql("""
            SELECT released_at, pay_on, line_count, total_fen, debtor FROM payments.run
             WHERE id = :id AND released_by IS NOT NULL
            """)
                .param("id", id.value())
                .query((row, n) -> {
                    String[] debtor = (String[]) row.getArray("debtor").getArray();
                    return new Batch(
                            id,
                            row.getObject("released_at", OffsetDateTime.class).toInstant(),
                            row.getObject("pay_on", LocalDate.class),
                            row.getInt("line_count"),
                            new Money(row.getLong("total_fen")),
                            new Debtor(debtor[0], debtor[1], debtor[2]));
                })
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new Refused("payments.run.changed");
        }
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        var reviewer = row.getObject("reviewed_by", UUID.class);
        var releaser = row.getObject("released_by", UUID.class);
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("number"),
                Status.valueOf(row.getString("status")),
                new DivisionCode(row.getString("area")),
                new StaffId(row.getObject("prepared_by", UUID.class)),
                Optional.ofNullable(reviewer).map(StaffId::new),
                releaser == null
                        ? Optional.empty()
                        : Optional.of(new Release(
                                new StaffId(releaser),
                                row.getObject("released_at", OffsetDateTime.class)
                                        .toInstant())),
                new Totals(
                        row.getInt("line_count"),
                        new Money(row.getLong("total_fen")),
                        row.getInt("blocked_count"),
                        new Money(row.getLong("blocked_fen"))),
                row.getInt("version"));
    }
}
