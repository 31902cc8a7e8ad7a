package org.weimin.engine.population;

import java.util.Arrays;
import java.util.List;

/** Which rows of several columns are known in all of them, as bits. */
final class Known {
    private static final int SHIFT = 6;

    private Known() {}

    static long[] all(List<Column> columns, int rows) {
        var known = new long[(rows >> SHIFT) + 1];
        Arrays.fill(known, -1L);
        for (Column column : columns) {
            int words = Math.min(known.length, column.known.length);
            for (int word = 0; word < words; word++) {
                known[word] &= column.known[word];
            }
        }
        return known;
    }

    static boolean is(long[] known, int row) {
        return (known[row >> SHIFT] & (1L << row)) != 0;
    }

    /** Whether all rows of a range, of at most 64, are known. */
    static boolean range(long[] known, int from, int until) {
        if (from == until) {
            return true;
        }
        int first = from >> SHIFT;
        int last = (until - 1) >> SHIFT;
        long head = -1L << from;
        long tail = -1L >>> -until;
        return first == last
                ? (~known[first] & head & tail) == 0
                : (~known[first] & head) == 0 && (~known[last] & tail) == 0;
    }
}
