package org.weimin.shell;

import java.util.List;

/** 分页: one page of a list; numbers begin at 1. */
public record PageOf<T>(List<T> rows, int number, int size, long total) {
    public static final int SIZE = 50;

    public PageOf {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasNext() {
        return number < pages();
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public long firstRow() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long lastRow() {
        return Math.min((long) number * size, total);
    }
}
