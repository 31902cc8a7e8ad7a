package org.weimin.casework.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.casework.Notice;
import org.weimin.casework.Objection;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for casework.notice and casework.objection. */
@Repository
public class NoticeStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> PROJECTION = new TypeReference<>() {};
    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    /** False where a list of the same kind hangs already. */
    boolean insert(
            CaseFileId caseFile, Notice.Kind kind, Map<String, String> projection, Posting posting, DivisionCode area) {
        String json = JSON.writeValueAsString(projection);
        return db.sql("""
            INSERT INTO casework.notice (id, case_file_id, kind, number, projection, projection_sha256, posted_on,
                   due_on, posted_by, area)
            VALUES (:id, :caseFile, :kind,
                   (SELECT coalesce(max(number), 0) + 1 FROM casework.notice WHERE area = :area AND kind = :kind),
                   :projection::jsonb, :sha256, :postedOn, :dueOn, :postedBy, :area)
            ON CONFLICT DO NOTHING
            """)
                        .param("id", Ids.next())
                        .param("caseFile", caseFile.value())
                        .param("kind", kind.name())
                        .param("projection", json)
                        .param("sha256", sha256(json))
                        .param("postedOn", posting.on())
                        .param("dueOn", posting.dueOn())
                        .param("postedBy", posting.by().value())
                        .param("area", area.value())
                        .update()
                == 1;
    }

    /** By whom, when and until when a list is posted. */
    record Posting(StaffId by, LocalDate on, LocalDate dueOn) {}

    void takeDown(CaseFileId caseFile, Notice.Kind kind, LocalDate on) {
        db.sql("""
            UPDATE casework.notice SET taken_down_on = :on, version = version + 1
             WHERE case_file_id = :caseFile AND kind = :kind AND taken_down_on IS NULL
            """)
                .param("on", on)
                .param("caseFile", caseFile.value())
                .param("kind", kind.name())
                .update();
    }

    public Optional<Notice> findHanging(CaseFileId caseFile, Notice.Kind kind) {
        return of(caseFile).stream()
                .filter(notice -> notice.kind() == kind && notice.takenDownOn().isEmpty())
                .findFirst();
    }

    public List<Notice> of(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.notice WHERE case_file_id = :id ORDER BY posted_on, id")
                .param("id", caseFile.value())
                .query((row, n) -> read(row))
                .list();
    }

    public Notice get(UUID id) {
        return db.sql("SELECT * FROM casework.notice WHERE id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** What hangs on the board of an area, newest first. */
    public List<Notice> board(DivisionCode area, Notice.Kind kind, int limit, long offset) {
        return db.sql("""
            SELECT * FROM casework.notice
             WHERE taken_down_on IS NULL AND kind = :kind AND area >= :from AND area < :until
             ORDER BY posted_on DESC, area, number LIMIT :limit OFFSET :offset
            """)
                .param("kind", kind.name())
                .param("from", area.value())
                .param("until", area.areaUntil())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> read(row))
                .list();
    }

    public long countBoard(DivisionCode area, Notice.Kind kind) {
        return db.sql("""
            SELECT count(*) FROM casework.notice
             WHERE taken_down_on IS NULL AND kind = :kind AND area >= :from AND area < :until
            """)
                .param("kind", kind.name())
                .param("from", area.value())
                .param("until", area.areaUntil())
                .query(Long.class)
                .single();
    }

    void insert(Notice notice, String text, byte[] contactSealed, LocalDate on) {
        db.sql("""
            INSERT INTO casework.objection
                   (id, notice_id, case_file_id, received_on, objection, contact_sealed, status, area)
            VALUES (:id, :notice, :caseFile, :on, :text, :contact, 'OPEN', :area)
            """)
                .param("id", Ids.next())
                .param("notice", notice.id())
                .param("caseFile", notice.caseFile().value())
                .param("on", on)
                .param("text", text)
                .param("contact", contactSealed.length == 0 ? null : contactSealed)
                .param("area", notice.area().value())
                .update();
    }

    /** False where it was answered already, or belongs to another case. */
    boolean answer(
            CaseFileId caseFile, UUID objection, Objection.Status finding, String answer, StaffId by, LocalDate on) {
        return db.sql("""
            UPDATE casework.objection
               SET status = :status, answer = :answer, answered_by = :by, answered_on = :on, version = version + 1
             WHERE id = :id AND case_file_id = :caseFile AND status = 'OPEN'
            """)
                        .param("caseFile", caseFile.value())
                        .param("status", finding.name())
                        .param("answer", answer)
                        .param("by", by.value())
                        .param("on", on)
                        .param("id", objection)
                        .update()
                == 1;
    }

    /** Whether an objection to the list that hangs was referred to a panel. */
    boolean isContested(CaseFileId caseFile) {
        return db.sql("""
            SELECT EXISTS (SELECT FROM casework.objection o JOIN casework.notice n ON n.id = o.notice_id
                            WHERE n.case_file_id = :id AND n.kind = 'PROPOSED' AND n.taken_down_on IS NULL
                              AND o.status = 'REFERRED')
            """).param("id", caseFile.value()).query(Boolean.class).single();
    }

    public List<Objection> objections(CaseFileId caseFile) {
        return db.sql("SELECT * FROM casework.objection WHERE case_file_id = :id ORDER BY received_on, id")
                .param("id", caseFile.value())
                .query((row, n) -> new Objection(
                        row.getObject("id", UUID.class),
                        caseFile,
                        row.getObject("received_on", LocalDate.class),
                        row.getString("objection"),
                        Objection.Status.valueOf(row.getString("status")),
                        row.getString("answer")))
                .list();
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new CaseFileId(row.getObject("case_file_id", UUID.class)),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getInt("number"),
                PublicityTemplate.inOrder(JSON.readValue(row.getString("projection"), PROJECTION)),
                row.getObject("posted_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getObject("taken_down_on", LocalDate.class)),
                new DivisionCode(row.getString("area")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This JVM has no SHA-256", broken);
        }
    }
}
