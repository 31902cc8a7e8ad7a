package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.Deadline;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;

/** All SQL for casework.deadline and its pauses. */
@Repository
class DeadlineStore {
    private final JdbcClient db;

    DeadlineStore(JdbcClient db) {
        this.db = db;
    }

    /** In one statement, so that the lists are set right once. */
    void insert(CaseFileId caseFile, List<Deadline> deadlines, DivisionCode area) {
        db.sql("""
            INSERT INTO casework.deadline (id, case_file_id, kind, start_on, amount, unit, due_on, provisional, area)
            SELECT d.id, :caseFile, d.kind, d.start_on::date, d.amount, d.unit, d.due_on::date, d.provisional, :area
              FROM unnest(:ids::uuid[], :kinds::text[], :starts::text[], :amounts::int[], :units::text[],
                          :dues::text[], :guesses::boolean[])
                   AS d(id, kind, start_on, amount, unit, due_on, provisional)
            """)
                .param("caseFile", caseFile.value())
                .param("area", area.value())
                .param("ids", deadlines.stream().map(Deadline::id).toArray(UUID[]::new))
                .param("kinds", texts(deadlines, Deadline::kind))
                .param("starts", texts(deadlines, Deadline::startOn))
                .param(
                        "amounts",
                        deadlines.stream().map(each -> each.length().amount()).toArray(Integer[]::new))
                .param("units", texts(deadlines, each -> each.length().unit()))
                .param("dues", texts(deadlines, Deadline::dueOn))
                .param("guesses", deadlines.stream().map(Deadline::provisional).toArray(Boolean[]::new))
                .update();
    }

    private static String[] texts(List<Deadline> deadlines, Function<Deadline, Object> part) {
        return deadlines.stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    void saveDue(Deadline deadline) {
        db.sql("""
            UPDATE casework.deadline SET due_on = :dueOn, provisional = :provisional, version = version + 1,
                   warned_on = CASE WHEN due_on < :dueOn THEN NULL ELSE warned_on END
             WHERE id = :id
            """)
                .param("dueOn", deadline.dueOn())
                .param("provisional", deadline.provisional())
                .param("id", deadline.id())
                .update();
    }

    void meet(CaseFileId caseFile, Deadline.Kind kind, LocalDate on) {
        db.sql("""
            UPDATE casework.deadline SET met_on = :on, version = version + 1
             WHERE case_file_id = :caseFile AND kind = :kind AND met_on IS NULL
            """)
                .param("on", on)
                .param("caseFile", caseFile.value())
                .param("kind", kind.name())
                .update();
    }

    void meetAll(CaseFileId caseFile, LocalDate on) {
        db.sql("""
            UPDATE casework.deadline SET met_on = :on, version = version + 1
             WHERE case_file_id = :caseFile AND met_on IS NULL
            """).param("on", on).param("caseFile", caseFile.value()).update();
    }

    /** What rests for the same reason already is left as it is. */
    void pause(CaseFileId caseFile, Deadline.Rest why, LocalDate from) {
        db.sql("""
            INSERT INTO casework.deadline_pause (deadline_id, from_on, reason, area)
            SELECT id, :from, :reason, area FROM casework.deadline d
             WHERE case_file_id = :caseFile AND met_on IS NULL AND kind = ANY (:kinds)
               AND NOT EXISTS (SELECT FROM casework.deadline_pause p
                                WHERE p.deadline_id = d.id AND p.reason = :reason AND p.until_on IS NULL)
            """)
                .param("from", from)
                .param("reason", why.name())
                .param("caseFile", caseFile.value())
                .param("kinds", why.rested().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    int resume(CaseFileId caseFile, Deadline.Rest why, LocalDate on) {
        return db.sql("""
            UPDATE casework.deadline_pause p SET until_on = :on, version = p.version + 1
              FROM casework.deadline d
             WHERE d.id = p.deadline_id AND d.case_file_id = :caseFile AND p.reason = :reason AND p.until_on IS NULL
            """)
                .param("on", on)
                .param("caseFile", caseFile.value())
                .param("reason", why.name())
                .update();
    }

    /** False where it was prolonged before. */
    boolean extend(Deadline longer, LocalDate on) {
        return db.sql("""
            UPDATE casework.deadline
               SET amount = :amount, due_on = :dueOn, provisional = :provisional, extended_on = :on, warned_on = NULL,
                   version = version + 1
             WHERE id = :id AND extended_on IS NULL
            """)
                        .param("amount", longer.length().amount())
                        .param("dueOn", longer.dueOn())
                        .param("provisional", longer.provisional())
                        .param("on", on)
                        .param("id", longer.id())
                        .update()
                == 1;
    }

    void warn(UUID id, LocalDate on) {
        db.sql("UPDATE casework.deadline SET warned_on = :on, version = version + 1 WHERE id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    /** What runs, falls due by the day, and was not brought before the leader yet. */
    List<Deadline> listUnwarnedUntil(LocalDate day) {
        return db.sql("""
            SELECT * FROM casework.deadline d
             WHERE met_on IS NULL AND warned_on IS NULL AND due_on <= :day
               AND kind NOT IN ('PUBLICITY', 'PUBLICATION', 'WAIT', 'COLLECTION')
               AND NOT EXISTS (SELECT FROM casework.deadline_pause p WHERE p.deadline_id = d.id AND p.until_on IS NULL)
            """).param("day", day).query((row, n) -> read(row)).list();
    }

    Optional<Deadline> findOpen(CaseFileId caseFile, Deadline.Kind kind) {
        return of(caseFile).stream()
                .filter(deadline -> deadline.kind() == kind && deadline.metOn().isEmpty())
                .findFirst();
    }

    List<Deadline> of(CaseFileId caseFile) {
        return db
                .sql("SELECT * FROM casework.deadline WHERE case_file_id = :caseFile ORDER BY start_on, kind")
                .param("caseFile", caseFile.value())
                .query((row, n) -> read(row))
                .list()
                .stream()
                .map(this::withPauses)
                .toList();
    }

    List<Deadline> listProvisional() {
        return db
                .sql("SELECT * FROM casework.deadline WHERE met_on IS NULL AND provisional ORDER BY due_on")
                .query((row, n) -> read(row))
                .list()
                .stream()
                .map(this::withPauses)
                .toList();
    }

    /** Open deadlines of one kind that ended before the day, oldest first. */
    List<CaseFileId> listEndedBefore(Deadline.Kind kind, LocalDate day) {
        return db.sql("""
            SELECT case_file_id FROM casework.deadline
             WHERE kind = :kind AND met_on IS NULL AND due_on < :day ORDER BY due_on, case_file_id
            """)
                .param("kind", kind.name())
                .param("day", day)
                .query((row, n) -> new CaseFileId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Marks what passed its day unpaused, once; the kinds that end by themselves are never overdue. */
    List<CaseFileId> markOverdue(LocalDate day) {
        return db.sql("""
            UPDATE casework.deadline d SET overdue_on = :day, version = version + 1
             WHERE met_on IS NULL AND overdue_on IS NULL AND due_on < :day
               AND kind NOT IN ('PUBLICITY', 'PUBLICATION', 'WAIT', 'COLLECTION')
               AND NOT EXISTS (SELECT FROM casework.deadline_pause p WHERE p.deadline_id = d.id AND p.until_on IS NULL)
            RETURNING case_file_id
            """)
                .param("day", day)
                .query((row, n) -> new CaseFileId(row.getObject(1, UUID.class)))
                .list();
    }

    private Deadline withPauses(Deadline bare) {
        var pauses = db.sql("SELECT from_on, until_on FROM casework.deadline_pause WHERE deadline_id = :id ORDER BY"
                        + " from_on")
                .param("id", bare.id())
                .query((row, n) -> new Deadline.Pause(
                        row.getObject("from_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_on", LocalDate.class))))
                .list();
        return new Deadline(
                bare.id(),
                bare.caseFile(),
                bare.kind(),
                bare.startOn(),
                bare.length(),
                pauses,
                bare.dueOn(),
                bare.provisional(),
                bare.metOn());
    }

    private static Deadline read(ResultSet row) throws SQLException {
        return new Deadline(
                row.getObject("id", UUID.class),
                new CaseFileId(row.getObject("case_file_id", UUID.class)),
                Deadline.Kind.valueOf(row.getString("kind")),
                row.getObject("start_on", LocalDate.class),
                new Deadline.Length(row.getInt("amount"), Deadline.Unit.valueOf(row.getString("unit"))),
                List.of(),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("provisional"),
                Optional.ofNullable(row.getObject("met_on", LocalDate.class)));
    }
}
