package org.weimin.home;

import java.util.List;

/**
 * 密封列: a column that a room seals with the vault, contributed as a bean, so that a change of keys reaches it.
 *
 * @param key columns that name a row; the application may update the table
 */
public record SealedColumn(String table, String column, List<String> key) {
    public SealedColumn {
        key = List.copyOf(key);
    }
}
