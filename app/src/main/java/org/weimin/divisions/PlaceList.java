package org.weimin.divisions;

import java.util.function.UnaryOperator;

/**
 * 分地名单: how a room names the rows of one of its tables, so that a number of a plan opens them one by one; contributed
 * as a bean. Read with the eyes of whoever asks.
 *
 * @param permission whoever may not see such rows in their own room sees the number only
 * @param sql the columns {@code id}, {@code label} and {@code detail} of all rows {@code WHERE area = :place}
 * @param href what stands before the id in the address of a row's page, or nothing where it has none
 * @param words says a detail in the reader's language
 */
public record PlaceList(String table, String permission, String sql, String href, UnaryOperator<String> words) {
    /** One row: its name or number, what else tells it apart, and its page. */
    public record Named(String label, String detail, String href) {}
}
