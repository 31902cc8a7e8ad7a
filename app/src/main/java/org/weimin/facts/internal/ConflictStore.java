package org.weimin.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckConflict.Said;
import org.weimin.facts.CheckConflict.Status;
import org.weimin.facts.CheckRequest;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Subject;

/** All SQL for facts.check_conflict. */
@Repository
public class ConflictStore {
    /** A difference as it is noticed. */
    record Found(Subject subject, String name, Said declared, String value, LocalDate from) {}

    private final JdbcClient db;
    private final CheckStore requests;
    private final BusinessClock clock;

    ConflictStore(JdbcClient db, CheckStore requests, BusinessClock clock) {
        this.db = db;
        this.requests = requests;
        this.clock = clock;
    }

    /** One open line per fact: what was found last stands in it. */
    void open(CheckRequest request, UUID answer, Found found) {
        db.sql("""
            INSERT INTO facts.check_conflict (id, area, case_file_id, request_id, answer_id, subject_kind, subject_id,
                   name, declared, declared_source, found, found_from, found_on, status)
            VALUES (:id, :area, :caseFile, :request, :answer, :kind, :subject, :name, :declared, :source, :found,
                   :from, :today, 'OPEN')
            ON CONFLICT (case_file_id, subject_id, name) WHERE status IN ('OPEN', 'ASKED')
            DO UPDATE SET request_id = excluded.request_id, answer_id = excluded.answer_id,
                   declared = excluded.declared, declared_source = excluded.declared_source, found = excluded.found,
                   found_from = excluded.found_from, found_on = excluded.found_on,
                   version = check_conflict.version + 1
            """)
                .param("id", Ids.next())
                .param("area", request.of().area())
                .param("caseFile", request.of().caseFile().value())
                .param("request", request.id())
                .param("answer", answer)
                .param("kind", found.subject().kind())
                .param("subject", found.subject().id())
                .param("name", found.name())
                .param("declared", found.declared().value())
                .param("source", found.declared().source())
                .param("found", found.value())
                .param("from", found.from())
                .param("today", clock.today())
                .update();
    }

    /** The difference is gone: the bureau and we now say the same. */
    void moot(CaseFileId caseFile, Subject subject, String name) {
        db.sql("""
            UPDATE facts.check_conflict SET status = 'MOOT', settled_on = :today, version = version + 1
             WHERE case_file_id = :caseFile AND subject_id = :subject AND name = :name AND status IN ('OPEN', 'ASKED')
            """)
                .param("today", clock.today())
                .param("caseFile", caseFile.value())
                .param("subject", subject.id())
                .param("name", name)
                .update();
    }

    void settle(CheckConflict conflict, Status status, String reason) {
        int rows = db.sql("""
            UPDATE facts.check_conflict
               SET status = :status, reason = :reason, settled_by = :actor,
                   settled_on = CASE WHEN :status = 'ASKED' THEN NULL ELSE :today::date END, version = version + 1
             WHERE id = :id AND status IN ('OPEN', 'ASKED')
            """)
                .param("status", status.name())
                .param("reason", reason)
                .param("actor", Acting.current().key())
                .param("today", clock.today())
                .param("id", conflict.id())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else settled " + conflict.id());
        }
    }

    CheckConflict get(UUID id) {
        return list("WHERE id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound(id));
    }

    List<CheckConflict> ofCase(CaseFileId caseFile) {
        return list("WHERE case_file_id = :id ORDER BY settled_on NULLS FIRST, created_at, id", caseFile.value());
    }

    private List<CheckConflict> list(String where, UUID id) {
        return db.sql("SELECT * FROM facts.check_conflict " + where)
                .param("id", id)
                .query((row, n) -> conflict(row))
                .list();
    }

    /** How many are left to settle in a case. */
    int countOpen(CaseFileId caseFile) {
        return db.sql("""
            SELECT count(*) FROM facts.check_conflict WHERE case_file_id = :id AND status IN ('OPEN', 'ASKED')
            """).param("id", caseFile.value()).query(Integer.class).single();
    }

    private CheckConflict conflict(ResultSet row) throws SQLException {
        CheckRequest request = requests.get(row.getObject("request_id", UUID.class));
        LocalDate foundOn = row.getObject("found_on", LocalDate.class);
        CheckItem.Bureau bureau = request.item().bureau();
        return new CheckConflict(
                row.getObject("id", UUID.class),
                new CaseFileId(row.getObject("case_file_id", UUID.class)),
                request,
                row.getObject("answer_id", UUID.class),
                Subject.of(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("name"),
                new Said(row.getString("declared"), row.getString("declared_source"), foundOn),
                new Said(
                        row.getString("found"),
                        CheckCatalogue.in(bureau.title()),
                        row.getObject("found_from", LocalDate.class)),
                Status.valueOf(row.getString("status")),
                new CheckConflict.Settlement(row.getString("reason"), row.getString("settled_by")));
    }
}
