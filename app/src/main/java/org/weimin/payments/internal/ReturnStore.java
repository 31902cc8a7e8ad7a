package org.weimin.payments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.payments.LineStatus;
import org.weimin.payments.Run;
import org.weimin.payments.SuspenseRow;

/** All SQL of what the bank answered. */
@Repository
public class ReturnStore {
    private static final Pattern LINE = Pattern.compile("[0-9a-fA-F]{32}");
    private final JdbcClient db;

    ReturnStore(JdbcClient db) {
        this.db = db;
    }

    /** The same file is read once, whatever it is called the second time. */
    public void open(UUID id, Run run, String fileName, String format, String sha256, StaffId by, LocalDate on) {
        try {
            db.sql("""
                INSERT INTO payments.bank_return (id, run_id, file_name, format, sha256, received_by, received_on)
                VALUES (:id, :run, :fileName, :format, :sha256, :by, :on)
                """)
                    .param("id", id)
                    .param("run", run.id().value())
                    .param("fileName", fileName)
                    .param("format", format)
                    .param("sha256", sha256)
                    .param("by", by.value())
                    .param("on", on)
                    .update();
        } catch (DuplicateKeyException again) {
            throw new Refused("payments.return.again", fileName);
        }
    }

    /** Every row finds its one line, or is put aside with the reason; none is dropped. */
    public void match(UUID id, Run run, StaffId by, List<Answer> answers) {
        db.sql("""
            INSERT INTO payments.return_row (id, return_id, number, end_to_end, outcome, reason, amount_fen, line_id,
                                             suspense, resolution, resolved_by, area)
            WITH said AS (
                SELECT s.*, l.status, l.amount_fen AS owed_fen, l.area,
                       row_number() OVER (PARTITION BY l.id ORDER BY s.number) AS turn
                  FROM unnest(CAST(:ends AS text[]), CAST(:lines AS uuid[]), CAST(:outcomes AS text[]),
                              CAST(:reasons AS text[]), CAST(:amounts AS bigint[]))
                       WITH ORDINALITY AS s(end_to_end, line_id, outcome, reason, amount_fen, number)
                  LEFT JOIN payments.line l ON l.id = s.line_id AND l.run_id = :run
                       AND l.status NOT IN ('PLANNED', 'BLOCKED')),
            judged AS (
                SELECT *, CASE WHEN status IS NULL THEN 'UNKNOWN_LINE'
                               WHEN turn > 1 THEN 'REPEATED'
                               WHEN amount_fen <> owed_fen THEN 'OTHER_AMOUNT'
                               WHEN status NOT IN ('SENT', 'UNKNOWN') THEN 'ALREADY_ANSWERED' END AS suspense
                  FROM said)
            SELECT uuidv7(), :id, number, left(end_to_end, 64), outcome, left(reason, 200), amount_fen,
                   CASE WHEN suspense IS NULL THEN line_id END, suspense,
                   CASE WHEN suspense = 'ALREADY_ANSWERED' AND status = outcome THEN 'SAME_ANSWER' END,
                   CASE WHEN suspense = 'ALREADY_ANSWERED' AND status = outcome THEN CAST(:by AS uuid) END,
                   coalesce(area, :area)
              FROM judged
            """)
                .param("id", id)
                .param("run", run.id().value())
                .param("by", by.value())
                .param("area", run.area().value())
                .param("ends", texts(answers, Answer::endToEndId))
                .param("lines", texts(answers, answer -> lineOf(answer.endToEndId())))
                .param("outcomes", texts(answers, answer -> answer.outcome().name()))
                .param("reasons", texts(answers, Answer::reason))
                .param(
                        "amounts",
                        answers.stream()
                                .map(answer -> answer.amount().map(Money::fen).orElse(null))
                                .toArray(Long[]::new))
                .update();
    }

    /** What the bank says of the whole batch, said of every line that is still without an answer. */
    public void matchRest(UUID id, Run run, Answer.Outcome outcome) {
        db.sql("""
            INSERT INTO payments.return_row (id, return_id, number, end_to_end, outcome, reason, line_id, area)
            SELECT uuidv7(), :id, (SELECT coalesce(max(number), 0) FROM payments.return_row WHERE return_id = :id)
                                  + row_number() OVER (ORDER BY l.number),
                   replace(l.id::text, '-', ''), :outcome, '', l.id, l.area
              FROM payments.line l
             WHERE l.run_id = :run AND l.status IN ('SENT', 'UNKNOWN')
               AND NOT EXISTS (SELECT 1 FROM payments.return_row r WHERE r.return_id = :id AND r.line_id = l.id)
            """)
                .param("id", id)
                .param("run", run.id().value())
                .param("outcome", outcome.name())
                .update();
    }

    /** The lines become what the bank said; tells the debts of those that became this. */
    public List<PayableId> apply(UUID id, LineStatus outcome) {
        return db.sql("""
            UPDATE payments.line l SET status = r.outcome, answer = r.reason
              FROM payments.return_row r
             WHERE r.return_id = :id AND r.line_id = l.id AND r.outcome = :outcome
            RETURNING l.payable_id
            """)
                .param("id", id)
                .param("outcome", outcome.name())
                .query((row, n) -> new PayableId(row.getObject(1, UUID.class)))
                .list();
    }

    public Money paidButUnknown(UUID id) {
        return db.sql("""
            SELECT coalesce(sum(amount_fen), 0) FROM payments.return_row
             WHERE return_id = :id AND suspense = 'UNKNOWN_LINE' AND outcome = 'SETTLED'
            """)
                .param("id", id)
                .query((row, n) -> new Money(row.getLong(1)))
                .single();
    }

    public List<SuspenseRow> inSuspense(Run run) {
        return db.sql("""
            SELECT w.id, r.file_name, w.number, w.end_to_end, w.outcome, w.reason, w.amount_fen, w.suspense
              FROM payments.return_row w JOIN payments.bank_return r ON r.id = w.return_id
             WHERE r.run_id = :run AND w.suspense IS NOT NULL AND w.resolution IS NULL
             ORDER BY r.created_at, w.number LIMIT 500
            """)
                .param("run", run.id().value())
                .query((row, n) -> new SuspenseRow(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getInt("number"),
                        row.getString("end_to_end"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        new Money(row.getLong("amount_fen")),
                        row.getString("suspense")))
                .list();
    }

    /** Tells what was booked in suspense for the row, zero if nothing. */
    public Money resolve(UUID row, StaffId by, String resolution) {
        return db.sql("""
            UPDATE payments.return_row SET resolution = :resolution, resolved_by = :by
             WHERE id = :id AND suspense IS NOT NULL AND resolution IS NULL
            RETURNING CASE WHEN suspense = 'UNKNOWN_LINE' AND outcome = 'SETTLED'
                           THEN coalesce(amount_fen, 0) ELSE 0 END
            """)
                .param("resolution", resolution)
                .param("by", by.value())
                .param("id", row)
                .query((line, n) -> new Money(line.getLong(1)))
                .optional()
                .orElseThrow(() -> new NotFound(row));
    }

    private static String[] texts(
            List<Answer> answers, Function<Answer, @org.jspecify.annotations.Nullable String> text) {
        return answers.stream().map(text).toArray(String[]::new);
    }

    private static @org.jspecify.annotations.Nullable String lineOf(String endToEndId) {
        return LINE.matcher(endToEndId).matches() ? endToEndId : null;
    }
}
