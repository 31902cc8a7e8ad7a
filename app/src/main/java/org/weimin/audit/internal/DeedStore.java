package org.weimin.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.audit.Deed;
import org.weimin.audit.Entry;
import org.weimin.shell.PageOf;

/** All SQL that reads audit.entry for people. */
@Repository
public class DeedStore {
    /** Nobody turns more pages than this; counting on would read the whole record. */
    private static final int MOST = 5_000;

    private static final String ASKED = """
         WHERE (CAST(:about AS uuid) IS NULL OR e.subject_id = :about)
           AND (CAST(:by AS text) IS NULL OR e.actor = :by)
           AND (CAST(:action AS text) IS NULL OR e.action = :action)
        """;
    private final JdbcClient db;

    public DeedStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    public PageOf<Deed> list(Deed.Search search) {
        var rows = asked(
                        "SELECT e.*, s.sequence FROM audit.entry e LEFT JOIN audit.seal s ON s.entry_id = e.id" + ASKED
                                + " ORDER BY e.id DESC LIMIT :size OFFSET :skipped",
                        search)
                .param("size", PageOf.SIZE)
                .param("skipped", (search.page() - 1) * PageOf.SIZE)
                .query(DeedStore::deed)
                .list();
        long total = asked(
                        "SELECT count(*) FROM (SELECT FROM audit.entry e" + ASKED + " LIMIT " + MOST + ") counted",
                        search)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, search.page(), PageOf.SIZE, total);
    }

    public List<Deed> looksAt(Collection<UUID> subjects) {
        return db.sql("""
            SELECT e.*, CAST(NULL AS bigint) AS sequence FROM audit.entry e
             WHERE e.subject_id = ANY (:subjects::uuid[]) AND e.action = 'LOOKED' AND e.actor_kind = 'staff'
             ORDER BY e.id DESC LIMIT 200
            """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(DeedStore::deed)
                .list();
    }

    private JdbcClient.StatementSpec asked(String query, Deed.Search search) {
        return db.sql(query)
                .param("about", search.about().orElse(null))
                .param("by", search.by().orElse(null))
                .param("action", search.action().map(Enum::name).orElse(null));
    }

    private static Deed deed(ResultSet row, int number) throws SQLException {
        var entry = new Entry(
                Entry.Action.valueOf(row.getString("action")),
                row.getString("what"),
                text(row.getString("subject_kind")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)),
                row.getString("area"),
                row.getString("purpose"),
                Map.of());
        var who = new Deed.Who(
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("cause"));
        return new Deed(
                entry,
                who,
                row.getTimestamp("business_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getObject("sequence", Long.class)));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value);
    }
}
