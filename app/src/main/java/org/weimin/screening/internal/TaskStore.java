package org.weimin.screening.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.Acting;
import org.weimin.kernel.StaffId;
import org.weimin.screening.Found;
import org.weimin.screening.SweepId;
import org.weimin.screening.Task;
import org.weimin.screening.TaskId;

/** All SQL that writes screening.task. */
@Repository
public class TaskStore {
    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    /** An open task is given to somebody else; without one, a new one is made. */
    public void assign(SweepId sweep, Found found, StaffId to, LocalDate today, LocalDate dueOn) {
        var finding = found.finding();
        db.sql("""
            INSERT INTO screening.task (id, area, sweep_id, matter, kind, subject_kind, subject_id, household_id,
                                        assigned_to, assigned_on, assigned_by, due_on)
            VALUES (:id, :area, :sweep, :matter, :kind, :subjectKind, :subject, :household, :to, :today, :by, :due)
            ON CONFLICT (subject_id, matter, kind) WHERE result IS NULL
            DO UPDATE SET assigned_to = excluded.assigned_to, assigned_on = excluded.assigned_on,
                          assigned_by = excluded.assigned_by, due_on = excluded.due_on,
                          version = screening.task.version + 1
            """)
                .param("id", TaskId.next().value())
                .param("area", finding.area().value())
                .param("sweep", sweep.value())
                .param("matter", finding.matter().value())
                .param("kind", finding.kind().name())
                .param("subjectKind", finding.subject().kind())
                .param("subject", finding.subject().id())
                .param("household", finding.household().value())
                .param("to", to.value())
                .param("today", today)
                .param("by", Acting.current().key())
                .param("due", dueOn)
                .update();
    }

    /** False when the task is not there or was reported on by somebody else meanwhile. */
    public boolean report(TaskId id, Task.Report report) {
        return db.sql("""
            UPDATE screening.task SET result = :result, note = :note, visited_on = :on, visited_by = :by,
                   version = version + 1
             WHERE id = :id AND result IS NULL
            """)
                        .param("result", report.result().name())
                        .param("note", report.note())
                        .param("on", report.visitedOn())
                        .param("by", report.visitedBy())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** How many visits of an official are open. */
    public long openOf(UUID staff) {
        return db.sql("SELECT count(*) FROM screening.task WHERE assigned_to = :staff AND result IS NULL")
                .param("staff", staff)
                .query(Long.class)
                .single();
    }
}
