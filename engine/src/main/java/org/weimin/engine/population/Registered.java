package org.weimin.engine.population;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 登记原值: what columns held before others were supposed in their place, to be looked up and to be put back. */
final class Registered {
    private final Map<Column, Kept> kept = new HashMap<>();

    private static final class Kept {
        long[] values = {};
        long[] known = {};
    }

    void keep(List<Column> columns) {
        for (Column column : columns) {
            Kept copy = kept.computeIfAbsent(column, ignored -> new Kept());
            copy.values = copied(column.values, copy.values);
            copy.known = copied(column.known, copy.known);
        }
    }

    private static long[] copied(long[] from, long[] room) {
        if (room.length != from.length) {
            return from.clone();
        }
        System.arraycopy(from, 0, room, 0, from.length);
        return room;
    }

    boolean isTrue(Column column, int row) {
        Kept was = was(column);
        return Known.is(was.known, row) && was.values[row] != 0;
    }

    /** The value of one row as it was. */
    void putBack(Column column, int row) {
        Kept was = was(column);
        if (Known.is(was.known, row)) {
            column.put(row, was.values[row]);
        } else {
            column.forget(row);
        }
    }

    void putBack() {
        kept.forEach((column, was) -> {
            System.arraycopy(was.values, 0, column.values, 0, was.values.length);
            System.arraycopy(was.known, 0, column.known, 0, was.known.length);
        });
    }

    private Kept was(Column column) {
        return kept.computeIfAbsent(column, ignored -> {
            throw new IllegalStateException(
                    "Not kept: " + column.kind().name() + " of " + Arrays.asList(kept.keySet()));
        });
    }
}
