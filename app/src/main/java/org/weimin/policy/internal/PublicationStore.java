package org.weimin.policy.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Publication;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL for policy.publication. Adds and reads; nothing is ever changed. */
@Repository
public class PublicationStore {
    private final JdbcClient db;
    private final JsonMapper json;

    PublicationStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The same edition a second time is not a second publication. */
    public void add(Publication published, Map<String, String> files) {
        db.sql("""
            INSERT INTO policy.publication
                   (id, matter, edition_from, pack_version, valid_from, draft_id, content, published_at)
            VALUES (:id, :matter, :from, :version, :validFrom, :draft, :content::jsonb, :at)
            ON CONFLICT (matter, edition_from, pack_version) DO NOTHING
            """)
                .param("id", Ids.next())
                .param("matter", published.matter().value())
                .param("from", published.editionFrom())
                .param("version", published.packVersion())
                .param("validFrom", published.validFrom())
                .param("draft", published.draft().map(DraftId::value).orElse(null))
                .param("content", json.writeValueAsString(files))
                .param("at", published.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Map<String, String>> content(MatterId matter, String packVersion) {
        return db.sql("""
            SELECT content::text FROM policy.publication WHERE matter = :matter AND pack_version = :version
            """)
                .param("matter", matter.value())
                .param("version", packVersion)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, new TypeReference<Map<String, String>>() {}));
    }

    public List<Publication> list() {
        return db.sql("""
            SELECT matter, edition_from, pack_version, valid_from, draft_id, published_at
              FROM policy.publication ORDER BY published_at DESC, matter, edition_from
            """)
                .query((row, number) -> new Publication(
                        new MatterId(row.getString("matter")),
                        row.getObject("edition_from", LocalDate.class),
                        row.getString("pack_version"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("draft_id", UUID.class))
                                .map(DraftId::new),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
