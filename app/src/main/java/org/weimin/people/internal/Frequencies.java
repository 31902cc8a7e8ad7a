package org.weimin.people.internal;

import java.util.Arrays;

/** 频次: how often each fingerprint occurs: a sorted column of them, eight bytes each. */
final class Frequencies {
    private long[] values;
    private int size;

    Frequencies(int expected) {
        this.values = new long[Math.max(16, expected)];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    Frequencies sorted() {
        values = Arrays.copyOf(values, size);
        Arrays.sort(values);
        return this;
    }

    int of(long value) {
        return firstNotBelow(value + 1) - firstNotBelow(value);
    }

    private int firstNotBelow(long value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
