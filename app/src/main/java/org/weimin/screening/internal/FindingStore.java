package org.weimin.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.screening.Finding;
import org.weimin.screening.FindingFilter;
import org.weimin.screening.Found;
import org.weimin.screening.Summary;
import org.weimin.screening.SweepId;
import org.weimin.screening.Task;
import org.weimin.screening.TaskId;
import org.weimin.shell.PageOf;

/** Reads what a sweep found and counted. */
@Repository
public class FindingStore {
    private static final String WHERE = """
         WHERE f.sweep_id = :sweep AND (:matter = '' OR f.matter = :matter) AND (:kind = '' OR f.kind = :kind)
           AND f.area >= :area AND f.area < :areaUntil AND (:reason = '' OR f.reason = :reason)
           AND (:percent = 0 OR f.facts_checked * 100 >= :percent * f.facts_used)
           AND CASE :visit WHEN 'ANY' THEN true WHEN 'NOBODY_YET' THEN t.id IS NULL
                           WHEN 'ASSIGNED' THEN t.id IS NOT NULL AND t.result IS NULL ELSE t.result IS NOT NULL END
        """;
    private static final String TASK = """
          LEFT JOIN LATERAL (SELECT * FROM screening.task t
                              WHERE t.subject_id = f.subject_id AND t.matter = f.matter AND t.kind = f.kind
                              ORDER BY t.created_at DESC LIMIT 1) t ON true
        """;
    private static final String FROM = " FROM screening.finding f" + TASK + WHERE;
    private static final String COLUMNS = """
        SELECT f.*, t.id AS task_id, t.assigned_to, t.assigned_on, t.due_on, t.result, t.note, t.visited_on,
               t.visited_by, h.head_name, h.address, p.name AS person_name
        """;
    private final JdbcClient db;

    FindingStore(JdbcClient db) {
        this.db = db;
    }

    /** Names are looked up for the rows of the page alone. */
    public PageOf<Found> list(FindingFilter filter, int page) {
        var rows = named(filter, "LIMIT " + PageOf.SIZE + " OFFSET " + (page - 1L) * PageOf.SIZE);
        long total = filtered(db.sql("SELECT count(*)" + FROM), filter)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, PageOf.SIZE, total);
    }

    public List<Found> all(FindingFilter filter, int most) {
        return named(filter, "LIMIT " + most);
    }

    private List<Found> named(FindingFilter filter, String limit) {
        return filtered(
                        db.sql(COLUMNS + " FROM (SELECT f.*" + FROM
                                + " ORDER BY f.area, f.matter, f.household_id, f.subject_id " + limit + ") f" + TASK
                                + NAMES + " ORDER BY f.area, f.matter, f.household_id, f.subject_id"),
                        filter)
                .query(FindingStore::found)
                .list();
    }

    private static final String NAMES = """
          LEFT JOIN people.v_household h ON h.household_id = f.household_id
          LEFT JOIN people.v_person p ON f.subject_kind = 'person' AND p.person_id = f.subject_id
        """;

    public Optional<Found> find(SweepId sweep, MatterId matter, UUID subject) {
        return db.sql(COLUMNS + " FROM screening.finding f" + TASK + NAMES + """
             WHERE f.sweep_id = :sweep AND f.matter = :matter AND f.subject_id = :subject
            """)
                .param("sweep", sweep.value())
                .param("matter", matter.value())
                .param("subject", subject)
                .query(FindingStore::found)
                .optional();
    }

    /** Everything that was found about one household. */
    public List<Finding> of(SweepId sweep, HouseholdId household) {
        return db.sql("""
            SELECT f.* FROM screening.finding f WHERE f.sweep_id = :sweep AND f.household_id = :household
             ORDER BY f.matter, f.subject_id
            """)
                .param("sweep", sweep.value())
                .param("household", household.value())
                .query(FindingStore::finding)
                .list();
    }

    /** The count by matter, kind and reason, of the actor's areas under a place; each area by itself as wished. */
    public Summary summary(SweepId sweep, DivisionCode place, int areaDigits) {
        return new Summary(db.sql("""
            SELECT matter, left(area, :digits) AS area, kind, reason, sum(subjects) AS subjects,
                   sum(amount_fen) AS amount_fen, sum(received_fen) AS received_fen
              FROM screening.tally
             WHERE sweep_id = :sweep AND area >= :from AND area < :until
             GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, subjects DESC, 4
            """)
                .param("digits", areaDigits)
                .param("sweep", sweep.value())
                .param("from", place.value())
                .param("until", place.areaUntil())
                .query((row, number) -> new Summary.Line(
                        new MatterId(row.getString("matter")),
                        row.getString("area"),
                        Finding.Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        new Summary.Counted(
                                row.getLong("subjects"),
                                new Money(row.getLong("amount_fen")),
                                new Money(row.getLong("received_fen")))))
                .list());
    }

    private static StatementSpec filtered(StatementSpec statement, FindingFilter filter) {
        return statement
                .param("sweep", filter.sweep().value())
                .param("matter", filter.matter())
                .param("kind", filter.kind())
                .param("area", filter.area().value())
                .param("areaUntil", filter.area().areaUntil())
                .param("reason", filter.reason())
                .param("visit", filter.visit().name())
                .param("percent", filter.confidentPercent());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        String person = row.getString("person_name");
        String head = row.getString("head_name");
        return new Found(
                finding(row, number),
                person != null ? person : head != null ? head : "",
                Optional.ofNullable(row.getString("address")).orElse(""),
                row.getObject("task_id") == null ? Optional.empty() : Optional.of(task(row)));
    }

    private static Task task(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Task(
                new TaskId(row.getObject("task_id", UUID.class)),
                Optional.ofNullable(row.getObject("assigned_to", UUID.class)).map(StaffId::new),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                result == null
                        ? Optional.empty()
                        : Optional.of(new Task.Report(
                                Task.Result.valueOf(result),
                                row.getString("note"),
                                row.getObject("visited_on", LocalDate.class),
                                row.getString("visited_by"))));
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                new MatterId(row.getString("matter")),
                Finding.Kind.valueOf(row.getString("kind")),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                new DivisionCode(row.getString("area")),
                row.getString("reason"),
                new Money(row.getLong("amount_fen")),
                new Money(row.getLong("received_fen")),
                new Finding.Vouching(
                        row.getInt("facts_used"),
                        row.getInt("facts_checked"),
                        Optional.ofNullable(row.getObject("oldest_on", LocalDate.class))));
    }
}
