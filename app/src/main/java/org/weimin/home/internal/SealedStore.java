package org.weimin.home.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.home.SealedColumn;
import org.weimin.kernel.Vault;

/** All SQL over the sealed columns that rooms named: identifiers are theirs, values are bound. */
@Repository
@Transactional
class SealedStore {
    private final JdbcTemplate db;
    private final Vault vault;

    SealedStore(JdbcTemplate db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** The rows sealed anew, and the key of the last one; empty when it was the last batch. */
    record Batch(int rows, List<Object> last) {}

    @Transactional(readOnly = true)
    public List<Integer> keysIn(SealedColumn in) {
        return db.query(
                "SELECT DISTINCT " + keyOf(in) + " FROM " + in.table() + " WHERE length(" + in.column() + ") > 2",
                (found, number) -> Vault.keyOf(found.getBytes(1)));
    }

    /** One batch, one transaction: the rows are locked from their reading on, so that no newer value is lost. */
    public Batch reseal(SealedColumn in, List<Object> after, int size) {
        byte[] current = Arrays.copyOf(vault.seal(""), 2);
        var rows = db.query(select(in, !after.isEmpty()), resealed(in), parameters(after, List.of(current, size)));
        String update = "UPDATE " + in.table() + " SET " + in.column() + " = ? WHERE "
                + in.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        db.batchUpdate(update, rows);
        boolean more = rows.size() == size;
        return new Batch(
                rows.size(),
                more ? List.of(rows.getLast()).subList(1, 1 + in.key().size()) : List.of());
    }

    private static String select(SealedColumn in, boolean further) {
        String key = String.join(", ", in.key());
        String places = String.join(", ", Collections.nCopies(in.key().size(), "?"));
        String start = further ? "(" + key + ") > (" + places + ") AND " : "";
        return "SELECT " + key + ", " + in.column() + " FROM " + in.table() + " WHERE " + start + "length("
                + in.column() + ") > 2 AND " + keyOf(in) + " <> ? ORDER BY " + key + " LIMIT ? FOR UPDATE";
    }

    /** A sealed value begins with the number of its key; an empty one is nobody's. */
    private static String keyOf(SealedColumn in) {
        return "substring(" + in.column() + " FROM 1 FOR 2)";
    }

    /** What the update binds: the value sealed anew, then the key of its row. */
    private RowMapper<Object[]> resealed(SealedColumn in) {
        return (found, number) -> {
            var bound = new ArrayList<Object>();
            bound.add(vault.sealBytes(vault.openBytes(found.getBytes(in.column()))));
            for (String column : in.key()) {
                bound.add(found.getObject(column));
            }
            return bound.toArray();
        };
    }

    private static Object[] parameters(List<Object> first, List<Object> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all.toArray();
    }
}
