package org.weimin.people.internal;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * 分块: which pairs are worth comparing: those that share one of a dozen combinations of fields. All pairs of a million
 * residents would be half a billion thousand.
 */
final class Blocks {
    /** So many residents with the same combination say nothing about who is who. */
    private static final int LARGEST = 64;

    private static final int ROW_BITS = 24;
    private static final long ROW = (1L << ROW_BITS) - 1;
    private final Roll roll;
    private final LongList pairs = new LongList();
    private final long[] keyed;

    private Blocks(Roll roll) {
        if (roll.size() > ROW) {
            throw new IllegalArgumentException("More than " + ROW + " residents in one comparison");
        }
        this.roll = roll;
        this.keyed = new long[roll.size()];
    }

    /** Each pair once: the first row above 32 bits, the second below. */
    static long[] pairsOf(Roll roll) {
        var blocks = new Blocks(roll);
        blocks.byNameAndBirth();
        blocks.byContact();
        return blocks.pairs.distinct();
    }

    private void byNameAndBirth() {
        block(row -> with(read(row), roll.birthDay(row)));
        block(row -> with(roll.name(row).shaped(), roll.birthDay(row)));
        // One part of the birth date is wrong, or day and month changed places.
        block(row -> with(
                read(row),
                1_000L + roll.birth(row).getMonthValue() * 31L + roll.birth(row).getDayOfMonth()));
        block(row -> with(
                read(row),
                10_000L + roll.birth(row).getYear() * 12L + roll.birth(row).getMonthValue()));
        block(row -> with(
                read(row),
                100_000L + roll.birth(row).getYear() * 31L + roll.birth(row).getDayOfMonth()));
        block(row -> with(read(row), 1_000_000L + roll.birth(row).getYear() * 1_000L + swappable(row)));
        for (int position = 1; position <= 2; position++) {
            int open = position;
            block(row ->
                    open < roll.name(row).length() ? with(roll.name(row).open(open), roll.birthDay(row)) : Roll.NONE);
        }
    }

    private void byContact() {
        block(row -> with(roll.phone(row), read(row)));
        block(row -> with(roll.phone(row), roll.birthDay(row)));
        block(row -> with(roll.card(row), read(row)));
        block(row -> with(roll.card(row), roll.birthDay(row)));
        block(row -> with(roll.address(row), read(row)));
        block(row -> with(roll.address(row), roll.birthDay(row)));
    }

    private long read(int row) {
        return roll.name(row).read();
    }

    private long swappable(int row) {
        int day = roll.birth(row).getDayOfMonth();
        int month = roll.birth(row).getMonthValue();
        return 32L * Math.min(day, month) + Math.max(day, month);
    }

    private static long with(long field, long other) {
        return field == Roll.NONE ? Roll.NONE : Fingerprint.of(field, other);
    }

    /** Forty bits of the key above the row: rows of one key lie together once they are sorted. */
    private void block(IntToLongFunction keyOf) {
        int kept = 0;
        for (int row = 0; row < roll.size(); row++) {
            long key = keyOf.applyAsLong(row);
            if (key != Roll.NONE) {
                keyed[kept++] = key << ROW_BITS | row;
            }
        }
        Arrays.sort(keyed, 0, kept);
        int from = 0;
        for (int until = 1; until <= kept; until++) {
            if (until == kept || keyed[until] >>> ROW_BITS != keyed[from] >>> ROW_BITS) {
                if (until - from <= LARGEST) {
                    addPairs(from, until);
                }
                from = until;
            }
        }
    }

    private void addPairs(int from, int until) {
        for (int one = from; one < until; one++) {
            for (int other = one + 1; other < until; other++) {
                pairs.add((keyed[one] & ROW) << 32 | (keyed[other] & ROW));
            }
        }
    }
}
