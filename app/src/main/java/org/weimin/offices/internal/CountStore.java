package org.weimin.offices.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;
import org.weimin.offices.CountFilter;
import org.weimin.offices.Counted;
import org.weimin.offices.Measure;
import org.weimin.offices.Ratio;

/**
 * What every count is made of: one query a measure; its rows are the denominator and, where {@code hit}, the numerator.
 * The count and the list behind it read the same rows, so they cannot differ.
 */
@Repository
public class CountStore {
    private static final String TASK = """
        SELECT town, area, handler_id AS official, case_file_id AS of, case_file_id AS subject, number AS label,
               pack AS matter, nullif(due_on, 'infinity') AS on_day, true AS hit
          FROM casework.v_case WHERE closed_on IS NULL\
        """;
    private static final String LINE = """
        SELECT l.town, l.area, NULL::uuid AS official, l.run_id AS of, l.line_id AS subject,
               to_char(l.run_month, 'YYYY-MM') || '-' || l.number AS label, NULL AS matter, l.pay_on AS on_day,
               %s AS hit
          FROM payments.v_line l WHERE l.run_month = :from\
        """;
    /** Of a matter whose awards are kept nowhere nobody can say that somebody misses it. */
    private static final String FINDING = """
        SELECT f.town, f.area, NULL::uuid AS official, f.sweep_id AS of, f.subject_id AS subject, '' AS label, f.matter,
               NULL::date AS on_day, %s AS hit
          FROM screening.v_finding f
         CROSS JOIN LATERAL (SELECT EXISTS (
                   SELECT FROM casework.v_case c
                    WHERE c.subject_id = f.subject_id AND c.matter = f.matter) AS before) asked
         WHERE f.sweep_id = (SELECT sweep_id FROM screening.v_sweep
                              WHERE starts_with(:place, place) AND as_of < :until
                              ORDER BY as_of DESC, sweep_id DESC LIMIT 1)
           AND f.matter IN (SELECT k.matter FROM screening.v_finding k
                             WHERE k.sweep_id = f.sweep_id
                               AND k.kind IN ('RECEIVING_RIGHTLY', 'RECEIVING_NOT_ENTITLED'))
           AND %s\
        """;

    private final JdbcClient db;

    CountStore(JdbcClient db) {
        this.db = db;
    }

    private static String rows(Measure measure) {
        return switch (measure) {
            case OPEN -> TASK;
            case VISITS -> TASK + " AND status = 'VISITING'";
            case SOON -> TASK + " AND due_on >= :today AND due_on < :week";
            case CLOSED -> """
                SELECT town, area, handler_id AS official, case_file_id AS of, case_file_id AS subject, number AS label,
                       pack AS matter, closed_on AS on_day, true AS hit
                  FROM casework.v_case WHERE closed_on >= :from AND closed_on < :until
                """;
            case OVERTURNED -> """
                SELECT c.town, c.area, d.decided_by AS official, c.case_file_id AS of, c.case_file_id AS subject,
                       c.number AS label, c.pack AS matter, d.decided_on AS on_day,
                       o.case_file_id IS NOT NULL
                           AND (o.outcome, o.monthly_fen) IS DISTINCT FROM (d.outcome, d.monthly_fen) AS hit
                  FROM casework.v_decision d
                  JOIN casework.v_case c ON c.case_file_id = d.case_file_id
                  LEFT JOIN casework.v_decision o ON o.case_file_id = c.corrects
                 WHERE d.decided_on >= :from AND d.decided_on < :until
                """;
            case WRONGLY ->
                FINDING.formatted(
                        "f.kind <> 'RECEIVING_RIGHTLY'",
                        "f.kind <> 'CANNOT_TELL' AND (f.kind <> 'ENTITLED_NOT_RECEIVING' OR asked.before)");
            case NEVER_ASKED ->
                FINDING.formatted(
                        "f.kind = 'ENTITLED_NOT_RECEIVING' AND NOT asked.before",
                        "f.kind IN ('ENTITLED_NOT_RECEIVING', 'RECEIVING_RIGHTLY', 'AMOUNT_DIFFERS')");
            case ANOMALY -> """
                SELECT town, area, NULL::uuid AS official, anomaly_id AS of, anomaly_id AS subject, '' AS label,
                       NULL AS matter, closed_on AS on_day, confirmed AS hit
                  FROM oversight.v_closed_anomaly WHERE closed_on >= :from AND closed_on < :until
                """;
            case DEADLINE -> """
                SELECT d.town, d.area, c.handler_id AS official, c.case_file_id AS of, c.case_file_id AS subject,
                       c.number AS label, c.pack AS matter, d.due_on AS on_day, d.overdue_on IS NOT NULL AS hit
                  FROM casework.v_deadline d JOIN casework.v_case c ON c.case_file_id = d.case_file_id
                 WHERE d.due_on >= :from AND d.due_on < :until AND d.due_on < :today
                """;
            case PAID_LATE ->
                LINE.formatted("l.pay_on > :payDay") + " AND l.kind = 'REGULAR' AND l.month = l.run_month";
            case RETURNED -> LINE.formatted("l.unanswered");
            case UNSERVED -> """
                SELECT l.town, l.area, c.handler_id AS official, c.case_file_id AS of, c.case_file_id AS subject,
                       l.number AS label, c.pack AS matter, l.written_on AS on_day,
                       coalesce(l.served_on, :today) > l.written_on + :servedDays AS hit
                  FROM casework.v_letter l JOIN casework.v_case c ON c.case_file_id = l.case_file_id
                 WHERE l.written_on >= :from AND l.written_on < :until
                """;
        };
    }

    /** 口径: the days that the definitions ask for. */
    public record Days(LocalDate today, LocalDate payDay, int servedWithin) {}

    /** By town. */
    public Map<DivisionCode, Ratio> byTown(CountFilter filter, Days days) {
        var counts = new LinkedHashMap<DivisionCode, Ratio>();
        ask(
                        "SELECT town AS key, count(*) FILTER (WHERE hit) AS some, count(*) AS everything",
                        filter,
                        days,
                        " GROUP BY town")
                .query((row, n) -> counts.put(
                        new DivisionCode(row.getString("key")),
                        new Ratio(row.getLong("some"), row.getLong("everything"))))
                .list();
        return counts;
    }

    /** By the official who acted last. */
    public Map<StaffId, Long> byOfficial(CountFilter filter, Days days) {
        var counts = new HashMap<StaffId, Long>();
        ask("SELECT official, count(*) AS some", filter, days, " AND hit AND official IS NOT NULL GROUP BY official")
                .query((row, n) -> counts.put(new StaffId(row.getObject("official", UUID.class)), row.getLong("some")))
                .list();
        return counts;
    }

    public long count(CountFilter filter, Days days) {
        return ask("SELECT count(*)", filter, days, " AND hit")
                .query(Long.class)
                .single();
    }

    /** The rows of the numerator. */
    public List<Counted> list(CountFilter filter, Days days, int limit, int offset) {
        return ask("SELECT *", filter, days, " AND hit ORDER BY on_day, area, of, subject LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new Counted(
                        new DivisionCode(row.getString("area")),
                        row.getString("label"),
                        Optional.ofNullable(row.getString("matter")).map(MatterId::new),
                        Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                        row.getObject("of", UUID.class),
                        row.getObject("subject", UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec ask(String select, CountFilter filter, Days days, String then) {
        String sql =
                select + " FROM (" + rows(filter.measure()) + ") x WHERE x.area >= :areaFrom AND x.area < :areaUntil"
                        + (filter.handler().isPresent() ? " AND x.official = :official" : "") + then;
        var values = new HashMap<String, Object>();
        values.put("place", filter.place().value());
        values.put("areaFrom", filter.place().value());
        values.put("areaUntil", filter.place().areaUntil());
        values.put("from", filter.from());
        values.put("until", filter.until());
        values.put("today", days.today());
        values.put("week", days.today().plusDays(7));
        values.put("payDay", days.payDay());
        values.put("servedDays", days.servedWithin());
        filter.handler().ifPresent(staff -> values.put("official", staff.value()));
        return db.sql(sql).params(values);
    }
}
