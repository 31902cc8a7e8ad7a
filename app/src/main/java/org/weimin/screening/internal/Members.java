package org.weimin.screening.internal;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 户内登记: the memberships of a slice as the register has them, the dead among them, household by household. */
final class Members {
    private long[] ids = new long[32_768];
    private int[] household = new int[16_384];
    private String[] relation = new String[16_384];
    private String[] excludedReason = new String[16_384];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int ofHousehold, long high, long low, String relationToHead, String notCounted) {
        if (size == household.length) {
            ids = Arrays.copyOf(ids, 4 * size);
            household = Arrays.copyOf(household, 2 * size);
            relation = Arrays.copyOf(relation, 2 * size);
            excludedReason = Arrays.copyOf(excludedReason, 2 * size);
        }
        ids[2 * size] = high;
        ids[2 * size + 1] = low;
        household[size] = ofHousehold;
        relation[size] = relationToHead;
        excludedReason[size++] = notCounted;
    }

    int size() {
        return size;
    }

    int household(int member) {
        return household[member];
    }

    long high(int member) {
        return ids[2 * member];
    }

    long low(int member) {
        return ids[2 * member + 1];
    }

    String relation(int member) {
        return relation[member];
    }

    /** Why the member is not counted; empty for one who is. */
    String excludedReason(int member) {
        return excludedReason[member];
    }

    /** The ids of members whom another area looks after, as a list in SQL; empty when there are none. */
    String strays(Residents residents) {
        return IntStream.range(0, size)
                .filter(member -> residents.slot(high(member), low(member)) < 0)
                .mapToObj(member -> "'" + new UUID(high(member), low(member)) + "'")
                .collect(Collectors.joining(", "));
    }
}
