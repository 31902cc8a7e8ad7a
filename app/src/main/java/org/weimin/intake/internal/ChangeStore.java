package org.weimin.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.intake.ChangeReport;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;

/** All SQL for intake.change_report. */
@Repository
public class ChangeStore {
    private final JdbcClient db;

    ChangeStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(ChangeReport report) {
        db.sql("""
            INSERT INTO intake.change_report (id, party_kind, party_id, reported_by, kind, since_on, words,
                   reported_on, area)
            VALUES (:id, :partyKind, :party, :by, :kind, :since, :words, :on, :area)
            """)
                .param("id", report.id())
                .param("partyKind", report.party().kind())
                .param("party", report.party().id())
                .param("by", report.reportedBy().value())
                .param("kind", report.kind().name())
                .param("since", report.since())
                .param("words", report.words())
                .param("on", report.reportedOn())
                .param("area", report.area().value())
                .update();
    }

    public ChangeReport get(UUID id) {
        return db.sql("SELECT * FROM intake.change_report WHERE id = :id")
                .param("id", id)
                .query(ChangeStore::read)
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public List<ChangeReport> of(Subject party) {
        return db.sql("SELECT * FROM intake.change_report WHERE party_id = :party ORDER BY id DESC")
                .param("party", party.id())
                .query(ChangeStore::read)
                .list();
    }

    public List<ChangeReport> listOpen() {
        return db.sql("""
            SELECT * FROM intake.change_report WHERE status = 'OPEN' ORDER BY reported_on, id LIMIT 200
            """).query(ChangeStore::read).list();
    }

    /** False where somebody has answered it. */
    public boolean answer(UUID id, String answer, StaffId by, LocalDate on) {
        return db.sql("""
            UPDATE intake.change_report
               SET status = 'DONE', answer = :answer, done_by = :by, done_on = :on, version = version + 1
             WHERE id = :id AND status = 'OPEN'
            """)
                        .param("answer", answer)
                        .param("by", by.value())
                        .param("on", on)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static ChangeReport read(ResultSet row, int number) throws SQLException {
        return new ChangeReport(
                row.getObject("id", UUID.class),
                Subject.of(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                new PersonId(row.getObject("reported_by", UUID.class)),
                ChangeReport.Kind.valueOf(row.getString("kind")),
                row.getObject("since_on", LocalDate.class),
                row.getString("words"),
                row.getObject("reported_on", LocalDate.class),
                row.getString("answer"),
                new DivisionCode(row.getString("area")));
    }
}
