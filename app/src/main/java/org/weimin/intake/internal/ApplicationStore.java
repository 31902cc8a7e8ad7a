package org.weimin.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.intake.Application;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.Acting;
import org.weimin.kernel.ApplicationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;

/** All SQL for intake.application and its matters. */
@Repository
public class ApplicationStore {
    private static final String SELECT = """
        SELECT a.*, (SELECT array_agg(m.matter || '.' || m.subject_kind || '.' || m.subject_id
                                      ORDER BY m.matter, m.subject_id)
                       FROM intake.application_matter m WHERE m.application_id = a.id) AS asks
          FROM intake.application a
        """;
    private final JdbcClient db;

    ApplicationStore(JdbcClient db) {
        this.db = db;
    }

    public Application get(ApplicationId id) {
        return db.sql(SELECT + " WHERE a.id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    public Optional<Application> findByReceipt(String receiptCode) {
        return db.sql(SELECT + " WHERE a.receipt_code = :code")
                .param("code", receiptCode)
                .query((row, n) -> read(row))
                .optional();
    }

    public Optional<Application> findByCommand(String commandKey) {
        return db.sql(SELECT + " WHERE a.command_key = :key")
                .param("key", commandKey)
                .query((row, n) -> read(row))
                .optional();
    }

    /** By the database's clock: a demo's day may be moved, minutes are not. */
    public boolean isYoungerThan(ApplicationId id, Duration age) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM intake.application
                            WHERE id = :id AND created_at > now() - make_interval(secs => :seconds))
            """)
                .param("id", id.value())
                .param("seconds", age.toSeconds())
                .query(Boolean.class)
                .single();
    }

    public List<Application> ofParty(Subject party) {
        return db.sql(SELECT + " WHERE a.party_id = :id ORDER BY a.submitted_on DESC, a.id DESC")
                .param("id", party.id())
                .query((row, n) -> read(row))
                .list();
    }

    public void insert(Application application, SubmitApplication command) {
        db.sql("""
            INSERT INTO intake.application (id, party_kind, party_id, applicant_id, channel, submitted_on, agent,
                   agent_authorisation, undertaking_on, undertaking_evidence, receipt_code, command_key,
                   accepted_by, area)
            VALUES (:id, :partyKind, :party, :applicant, :channel, :on, :agent,
                   :authorisation, :undertakingOn, :undertaking, :receipt, :command, :acceptedBy, :area)
            """)
                .param("id", application.id().value())
                .param("partyKind", application.party().kind())
                .param("party", application.party().id())
                .param("applicant", application.applicant().value())
                .param("channel", application.channel().name())
                .param("on", application.submittedOn())
                .param("agent", application.filedBy().agent())
                .param("authorisation", application.filedBy().authorisation())
                .param("undertakingOn", command.undertaking().signedOn())
                .param("undertaking", command.undertaking().evidence())
                .param("receipt", application.receiptCode())
                .param("command", command.commandKey())
                .param("acceptedBy", Acting.current().key())
                .param("area", application.area().value())
                .update();
    }

    /** False where another application of the subject for the matter is still open. */
    public boolean open(Application application, Ask ask) {
        return db.sql("""
            INSERT INTO intake.application_matter (application_id, matter, subject_kind, subject_id, area)
            VALUES (:application, :matter, :kind, :subject, :area)
            ON CONFLICT DO NOTHING
            """)
                        .param("application", application.id().value())
                        .param("matter", ask.matter().value())
                        .param("kind", ask.subject().kind())
                        .param("subject", ask.subject().id())
                        .param("area", application.area().value())
                        .update()
                == 1;
    }

    public int countDrafts(StaffId staff) {
        return db.sql("SELECT count(*) FROM intake.draft WHERE started_by = :staff")
                .param("staff", staff.value())
                .query(Integer.class)
                .single();
    }

    public void close(ApplicationId application, Ask ask, LocalDate on) {
        db.sql("""
            UPDATE intake.application_matter SET closed_on = :on, version = version + 1
             WHERE application_id = :application AND matter = :matter AND subject_id = :subject AND closed_on IS NULL
            """)
                .param("on", on)
                .param("application", application.value())
                .param("matter", ask.matter().value())
                .param("subject", ask.subject().id())
                .update();
    }

    private static Application read(ResultSet row) throws SQLException {
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                Subject.of(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                new PersonId(row.getObject("applicant_id", UUID.class)),
                List.of((String[]) row.getArray("asks").getArray()).stream()
                        .map(Ask::parse)
                        .toList(),
                new DivisionCode(row.getString("area")),
                row.getObject("submitted_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                new SubmitApplication.FiledBy(row.getString("agent"), row.getString("agent_authorisation")),
                row.getString("receipt_code"));
    }
}
