package org.weimin.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * 条目文字: says what rows of a table are, by their keys; a bean of the room of the table. It leaves out what the reader
 * may not see.
 */
public record RowWords(String table, Function<List<UUID>, Map<UUID, Words>> of) {
    /**
     * 文字: what a row is, where it stands, and where it can be opened.
     *
     * @param href empty where it has no page of its own
     */
    public record Words(String what, String standing, String href) {}
}
