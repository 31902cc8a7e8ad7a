package org.weimin.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the chain: audit.seal and the rows it covers. */
@Repository
class ChainStore {
    private static final long SEALER_LOCK = 0x5ea1;
    private static final int READ_AHEAD = 5_000;
    private static final String COLUMNS = """
        e.id::text, e.actor_kind, e.actor, e.actor_name, e.cause, e.action, e.what, e.subject_kind,
        e.subject_id::text, e.area, e.purpose, e.detail::text,
        (extract(epoch FROM e.business_at) * 1000000)::bigint::text,
        (extract(epoch FROM e.created_at) * 1000000)::bigint::text
        """;
    private static final int COLUMN_COUNT = 14;
    private final JdbcClient db;
    private final JdbcTemplate template;

    ChainStore(JdbcTemplate template) {
        this.db = JdbcClient.create(template);
        this.template = template;
    }

    /** An entry as it stands now; without columns when it is gone. */
    record Row(UUID entry, List<@Nullable String> columns) {}

    /** A seal and the entry that it covers. */
    record Sealed(Link link, Row row) {}

    /** One sealer at a time, on however many instances; freed with the transaction. */
    boolean isSealerFree() {
        return db.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", SEALER_LOCK)
                .query(Boolean.class)
                .single();
    }

    Link head() {
        return db.sql("SELECT sequence, hash FROM audit.seal ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> Link.of(row.getLong("sequence"), row.getBytes("hash")))
                .optional()
                .orElse(Link.NONE);
    }

    Optional<Link> link(long sequence) {
        return db.sql("SELECT sequence, hash FROM audit.seal WHERE sequence = :sequence")
                .param("sequence", sequence)
                .query((row, number) -> Link.of(row.getLong("sequence"), row.getBytes("hash")))
                .optional();
    }

    List<Row> unsealed(int limit) {
        return db.sql("SELECT u.entry_id, " + COLUMNS + """
              FROM audit.unsealed u JOIN audit.entry e ON e.id = u.entry_id
             ORDER BY u.entry_id LIMIT :limit
            """)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    void seal(List<Row> rows, List<Link> links) {
        var seals = new ArrayList<Object[]>();
        var done = new ArrayList<Object[]>();
        for (int i = 0; i < rows.size(); i++) {
            seals.add(new Object[] {
                links.get(i).sequence(), rows.get(i).entry(), links.get(i).bytes()
            });
            done.add(new Object[] {rows.get(i).entry()});
        }
        template.batchUpdate("INSERT INTO audit.seal (sequence, entry_id, hash) VALUES (?, ?, ?)", seals);
        template.batchUpdate("DELETE FROM audit.unsealed WHERE entry_id = ?", done);
    }

    /** Entries without a seal, whatever the list of unsealed ones says. */
    long countUnsealed() {
        return db.sql("""
            SELECT count(*) FROM audit.entry e WHERE NOT EXISTS (SELECT FROM audit.seal s WHERE s.entry_id = e.id)
            """).query(Long.class).single();
    }

    /** Walks the chain from its first link; rows are read by the thousand, not all at once. */
    void walk(Consumer<Sealed> visitor) {
        var reader = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        reader.setFetchSize(READ_AHEAD);
        reader.query(
                "SELECT s.entry_id, " + COLUMNS + """
                        , s.sequence, s.hash
                      FROM audit.seal s LEFT JOIN audit.entry e ON e.id = s.entry_id
                     ORDER BY s.sequence
                    """,
                (ResultSet row) ->
                        visitor.accept(new Sealed(Link.of(row.getLong("sequence"), row.getBytes("hash")), row(row))));
    }

    private static Row row(ResultSet row) throws SQLException {
        var columns = new ArrayList<@Nullable String>();
        if (row.getString(2) != null) {
            for (int column = 2; column < 2 + COLUMN_COUNT; column++) {
                columns.add(row.getString(column));
            }
        }
        return new Row(row.getObject(1, UUID.class), columns);
    }
}
