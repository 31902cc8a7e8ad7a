package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weimin.people.internal.RosterColumns.Column;

/**
 * 丢失的数位: a column whose numbers went through number cells on their way into text. One number in ten passes its check
 * digit by chance even so; once another one of the column proves the loss, it is not believed either.
 */
final class LostDigits {
    private static final List<Column> NUMBERS = List.of(Column.IDENTITY, Column.CARD);
    private final Map<Column, List<Integer>> doubtful = new EnumMap<>(Column.class);
    private final List<Column> proven = new ArrayList<>();

    static String fault(Column column) {
        return column == Column.IDENTITY ? "identity-number-cell" : "card-number-cell";
    }

    void note(int number, RosterRow row) {
        for (Column column : NUMBERS) {
            if (row.faults().contains(fault(column))) {
                proven.add(column);
            } else if (row.endsInLostDigits(column)) {
                doubtful.computeIfAbsent(column, none -> new ArrayList<>()).add(number);
            }
        }
    }

    /** The rows that were thought right, by the column that proved wrong. */
    Map<Column, List<Integer>> found() {
        doubtful.keySet().retainAll(proven);
        return doubtful;
    }
}
