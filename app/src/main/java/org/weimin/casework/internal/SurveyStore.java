package org.weimin.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.CaseFile;
import org.weimin.casework.RecordVisit;
import org.weimin.casework.Survey;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.StaffId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for casework.survey and casework.visit. */
@Repository
public class SurveyStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> ANSWERS = new TypeReference<>() {};
    private final JdbcClient db;

    SurveyStore(JdbcClient db) {
        this.db = db;
    }

    void insert(CaseFile file, Survey survey) {
        bound("""
            INSERT INTO casework.survey (id, case_file_id, visited_on, place, answers, findings, signed_by, agrees,
                   first_id, first_officer, second_id, second_officer, status, area)
            VALUES (:id, :caseFile, :on, :place, :answers::jsonb, :findings, :signedBy, :agrees,
                   :firstId, :first, :secondId, :second, 'FILED', :area)
            """, file, survey.visit())
                .param("id", survey.id())
                .param("answers", JSON.writeValueAsString(survey.answers()))
                .param("firstId", survey.first().value())
                .param("secondId", survey.second().value())
                .update();
    }

    /** The one that waits for the second officer. */
    public Optional<Survey> filed(CaseFileId caseFile) {
        return of(caseFile).stream()
                .filter(survey -> survey.status() == Survey.Status.FILED)
                .findFirst();
    }

    /** Newest first. */
    public List<Survey> of(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.survey WHERE case_file_id = :id ORDER BY id DESC")
                .param("id", caseFile.value())
                .query((row, n) -> read(row))
                .list();
    }

    void settle(Survey survey, Survey.Status status, String why) {
        int rows = db.sql("""
            UPDATE casework.survey SET status = :status, why_returned = :why, version = version + 1
             WHERE id = :id AND status = 'FILED'
            """)
                .param("status", status.name())
                .param("why", why)
                .param("id", survey.id())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else settled " + survey.id());
        }
    }

    /** A visit recorded from a paper form. */
    void insertVisit(CaseFile file, RecordVisit visit, StaffId recordedBy) {
        insertVisit(file, visit).param("recordedBy", recordedBy.value()).update();
    }

    /** A visit that two officers vouch for. */
    void insertVisit(CaseFile file, Survey survey) {
        insertVisit(file, survey.visit())
                .param("recordedBy", survey.first().value())
                .param("confirmedBy", survey.second().value())
                .param("survey", survey.id())
                .update();
    }

    private JdbcClient.StatementSpec insertVisit(CaseFile file, RecordVisit visit) {
        return bound("""
            INSERT INTO casework.visit (id, case_file_id, visited_on, first_officer, second_officer, place, findings,
                   signed_by, agrees, recorded_by, confirmed_by, survey_id, area)
            VALUES (:id, :caseFile, :on, :first, :second, :place, :findings, :signedBy, :agrees,
                   :recordedBy, :confirmedBy, :survey, :area)
            """, file, visit)
                .param("id", Ids.next())
                .param("confirmedBy", null)
                .param("survey", null);
    }

    private JdbcClient.StatementSpec bound(String sql, CaseFile file, RecordVisit visit) {
        return db.sql(sql)
                .param("caseFile", file.id().value())
                .param("on", visit.visitedOn())
                .param("first", visit.firstOfficer())
                .param("second", visit.secondOfficer())
                .param("place", visit.place())
                .param("findings", visit.findings())
                .param("signedBy", visit.signedBy())
                .param("agrees", visit.finding() == RecordVisit.Finding.AGREES)
                .param("area", file.claim().area().value());
    }

    private static Survey read(ResultSet row) throws SQLException {
        return new Survey(
                row.getObject("id", UUID.class),
                visit(row),
                new StaffId(row.getObject("first_id", UUID.class)),
                new StaffId(row.getObject("second_id", UUID.class)),
                JSON.readValue(row.getString("answers"), ANSWERS),
                Survey.Status.valueOf(row.getString("status")),
                row.getString("why_returned"));
    }

    static RecordVisit visit(ResultSet row) throws SQLException {
        return new RecordVisit(
                row.getObject("visited_on", LocalDate.class),
                row.getString("first_officer"),
                row.getString("second_officer"),
                row.getString("place"),
                row.getString("findings"),
                row.getString("signed_by"),
                row.getBoolean("agrees") ? RecordVisit.Finding.AGREES : RecordVisit.Finding.DIFFERS);
    }

    /** 入户调查: a visit that counts, and the survey behind it where one was filed. */
    public record Visited(RecordVisit visit, Optional<UUID> survey) {}

    /** Newest first. */
    public List<Visited> visits(CaseFileId id) {
        return db.sql("SELECT * FROM casework.visit WHERE case_file_id = :id ORDER BY visited_on DESC, id DESC")
                .param("id", id.value())
                .query((row, n) -> new Visited(visit(row), Optional.ofNullable(row.getObject("survey_id", UUID.class))))
                .list();
    }
}
