package org.weimin.screening.internal;

import java.util.Arrays;

/** 行号: which row of a chunk a uuid has. Open addressing over two longs; emptied and used again. */
final class RowOfId {
    private static final int NONE = -1;
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    RowOfId() {
        Arrays.fill(rows, NONE);
    }

    void clear() {
        Arrays.fill(rows, NONE);
        size = 0;
    }

    void put(long idHigh, long idLow, int row) {
        if (size * 2 >= rows.length) {
            grow();
        }
        int at = find(idHigh, idLow);
        size += rows[at] == NONE ? 1 : 0;
        high[at] = idHigh;
        low[at] = idLow;
        rows[at] = row;
    }

    /** The row, or {@code -1}. */
    int get(long idHigh, long idLow) {
        return rows[find(idHigh, idLow)];
    }

    private int find(long idHigh, long idLow) {
        long mixed = (idHigh ^ idLow) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & rows.length - 1;
        while (rows[at] != NONE && (high[at] != idHigh || low[at] != idLow)) {
            at = at + 1 & rows.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldRows = rows;
        high = new long[oldRows.length * 2];
        low = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        clear();
        for (int at = 0; at < oldRows.length; at++) {
            if (oldRows[at] != NONE) {
                put(oldHigh[at], oldLow[at], oldRows[at]);
            }
        }
    }
}
