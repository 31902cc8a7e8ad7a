package org.weimin.people;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Rooms;
import org.weimin.testing.As;

/** Every row of every room as text, to tell whether something is again as it was. */
final class WholeDatabase {
    /** What a merge writes about itself, what only grows, and how often a row was written. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "people.merge",
            "people.merge_move",
            "people.duplicate_pair",
            "people.duplicate_run",
            "audit.entry",
            "audit.unsealed",
            "audit.seal",
            "home.event_publication");

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    WholeDatabase(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    Set<String> rows() {
        return As.system(() -> transaction.execute(status -> {
            var rows = new TreeSet<String>();
            for (String table : tables()) {
                db.sql("SELECT (to_jsonb(t) - 'version' - CASE '" + table + "' WHEN 'people.search_token' THEN "
                                + "'created_at' ELSE '' END)::text FROM " + table + " t")
                        .query(row -> {
                            rows.add(table + " " + row.getString(1));
                        });
            }
            return rows;
        }));
    }

    private List<String> tables() {
        return db.sql("""
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname IN (:rooms) AND has_table_privilege(c.oid, 'SELECT')
               AND c.relname <> 'flyway_schema_history' ORDER BY 1
            """).param("rooms", Rooms.IN_ORDER).query((row, number) -> row.getString(1)).list().stream()
                .filter(table -> !NOT_COMPARED.contains(table))
                .filter(table -> !table.startsWith("divisions.") && !table.startsWith("policy."))
                .toList();
    }
}
