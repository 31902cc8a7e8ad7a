package org.weimin.policy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.engine.GoldenCase;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.NewValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for policy.draft. */
@Repository
public class DraftStore {
    private static final TypeReference<List<NewValue>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<GoldenCase>> GOLDEN = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};
    private final JdbcClient db;
    private final JsonMapper json;

    DraftStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void add(Draft draft) {
        db.sql("""
            INSERT INTO policy.draft (id, area, matter, from_on, title, document, status, author_id, author_name)
            VALUES (:id, :area, :matter, :from, :title, :document, :status, :author, :authorName)
            """)
                .param("id", draft.id().value())
                .param("area", draft.author().area().value())
                .param("matter", draft.matter().value())
                .param("from", draft.from())
                .param("title", draft.purpose().title())
                .param("document", draft.purpose().document())
                .param("status", draft.status().name())
                .param("author", draft.author().id().value())
                .param("authorName", draft.author().name())
                .update();
    }

    public void save(Draft draft) {
        var review = draft.review();
        int rows = db.sql("""
            UPDATE policy.draft
               SET rules = :rules, cases = :cases, new_values = :values::jsonb, golden = :golden::jsonb,
                   status = :status, reviewer_id = :reviewer, reviewer_name = :reviewerName,
                   reviewed_on = :reviewedOn, review = :review, version = version + 1
             WHERE id = :id AND version = :version
            """)
                .param("rules", draft.content().rules().orElse(null))
                .param("cases", draft.content().cases().orElse(null))
                .param("values", json.writeValueAsString(draft.content().values()))
                .param("golden", json.writeValueAsString(draft.golden()))
                .param("status", draft.status().name())
                .param("reviewer", review.map(each -> each.by().value()).orElse(null))
                .param("reviewerName", review.map(Draft.Review::name).orElse(null))
                .param("reviewedOn", review.map(Draft.Review::on).orElse(null))
                .param("review", review.map(Draft.Review::words).orElse(null))
                .param("id", draft.id().value())
                .param("version", draft.version())
                .update();
        lost(rows, draft);
    }

    /** The last step of a draft: with what it adds to the packs. */
    public void publish(Draft draft, Map<String, String> files, Changes changes, Instant at) {
        Draft.Review review = draft.review().orElseThrow();
        int rows = db.sql("""
            UPDATE policy.draft
               SET status = 'PUBLISHED', files = :files::jsonb, changes = :changes::jsonb, published_at = :at,
                   reviewer_id = :reviewer, reviewer_name = :reviewerName, reviewed_on = :reviewedOn,
                   review = :review, version = version + 1
             WHERE id = :id AND version = :version AND status = 'SUBMITTED'
            """)
                .param("files", json.writeValueAsString(files))
                .param("changes", json.writeValueAsString(changes))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reviewer", review.by().value())
                .param("reviewerName", review.name())
                .param("reviewedOn", review.on())
                .param("review", review.words())
                .param("id", draft.id().value())
                .param("version", draft.version())
                .update();
        lost(rows, draft);
    }

    private static void lost(int rows, Draft draft) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Someone else changed draft " + draft.id());
        }
    }

    public Draft get(DraftId id) {
        return db.sql("SELECT * FROM policy.draft WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** What a published draft changed then; the law has gone on since. */
    public Changes changes(DraftId id) {
        return db.sql("SELECT changes::text FROM policy.draft WHERE id = :id AND changes IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Changes.class))
                .orElseThrow(() -> new NotFound(id));
    }

    /** The newest first. */
    public List<Draft> list() {
        return db.sql("SELECT * FROM policy.draft ORDER BY id DESC LIMIT 200")
                .query((row, number) -> read(row))
                .list();
    }

    /** What the published drafts add to the packs, in the order in which they were published. */
    public List<Map<String, String>> published() {
        return db
                .sql("SELECT files::text FROM policy.draft WHERE status = 'PUBLISHED' ORDER BY published_at, id")
                .query(String.class)
                .list()
                .stream()
                .map(files -> json.readValue(files, FILES))
                .toList();
    }

    public long countPublished() {
        return db.sql("SELECT count(*) FROM policy.draft WHERE status = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    /** One publication after the other, on this and on every other machine, until the transaction ends. */
    public void queueUp() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('policy.publish'))::text")
                .query(String.class)
                .single();
    }

    private Draft read(ResultSet row) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                new MatterId(row.getString("matter")),
                row.getObject("from_on", LocalDate.class),
                new Draft.Purpose(row.getString("title"), row.getString("document")),
                new Draft.Content(
                        Optional.ofNullable(row.getString("rules")),
                        Optional.ofNullable(row.getString("cases")),
                        json.readValue(row.getString("new_values"), VALUES)),
                Draft.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("golden"), GOLDEN),
                new Draft.Author(
                        new StaffId(row.getObject("author_id", UUID.class)),
                        row.getString("author_name"),
                        new DivisionCode(row.getString("area"))),
                review(row),
                row.getInt("version"));
    }

    private static Optional<Draft.Review> review(ResultSet row) throws SQLException {
        UUID reviewer = row.getObject("reviewer_id", UUID.class);
        return reviewer == null
                ? Optional.empty()
                : Optional.of(new Draft.Review(
                        new StaffId(reviewer),
                        row.getString("reviewer_name"),
                        row.getObject("reviewed_on", LocalDate.class),
                        row.getString("review")));
    }
}
