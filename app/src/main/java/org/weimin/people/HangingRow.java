package org.weimin.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.PersonId;

/**
 * 关联的一条: one row of a table that hangs on a person.
 *
 * @param row its key, where it has one of its own
 * @param from since when it holds, where it is dated
 * @param until the first day on which it no longer holds
 * @param words what it is, from the room that it belongs to; empty where the reader may not see it
 */
public record HangingRow(
        Column column,
        PersonId person,
        Optional<UUID> row,
        LocalDate recordedOn,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<RowWords.Words> words) {
    /**
     * 栏: in which column of which table the person stands.
     *
     * @param table with its room: {@code benefits.entitlement}
     * @param mayBeGiven whether a clerk may give such a row to the other person when two are parted
     */
    public record Column(String table, String name, boolean mayBeGiven) {}

    public boolean mayBeGiven() {
        return column.mayBeGiven() && row.isPresent();
    }

    /** How a form names it. */
    public String key() {
        return column.table() + ":" + column.name() + ":"
                + row.map(UUID::toString).orElse("");
    }

    HangingRow with(RowWords.Words found) {
        return new HangingRow(column, person, row, recordedOn, from, until, Optional.of(found));
    }
}
