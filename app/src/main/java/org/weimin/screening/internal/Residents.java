package org.weimin.screening.internal;

import java.util.Arrays;

/** 居民: birth and death of the residents of a slice, by their id. */
final class Residents {
    private static final int NOBODY = -1;
    private final RowOfId slots = new RowOfId();
    private long[] birth = new long[16_384];
    private long[] death = new long[16_384];
    private int size;

    void clear() {
        slots.clear();
        size = 0;
    }

    void add(long high, long low, long birthDay, long deathDay) {
        if (size == birth.length) {
            birth = Arrays.copyOf(birth, 2 * size);
            death = Arrays.copyOf(death, 2 * size);
        }
        birth[size] = birthDay;
        death[size] = deathDay;
        slots.put(high, low, size++);
    }

    /** The resident's slot, or {@code -1} for somebody of another slice. */
    int slot(long high, long low) {
        return slots.get(high, low);
    }

    long birth(int slot) {
        return birth[slot];
    }

    boolean isAlive(int slot, long day) {
        return slot > NOBODY && day < death[slot];
    }
}
