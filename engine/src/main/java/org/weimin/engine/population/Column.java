package org.weimin.engine.population;

import java.math.BigDecimal;
import java.util.Arrays;
import org.weimin.engine.FactKind;
import org.weimin.kernel.Refused;

/**
 * 事实列: one fact of many households or members, each value as a whole number (fen, hundredths, 0 and 1, a packed day,
 * a word's code) with a bit that says whether it is known. What nobody puts is unknown, or what its absence means.
 */
public final class Column {
    private static final int WORD = 64;
    private static final int SHIFT = 6;
    private final FactKind kind;
    private final long least;
    private final long absent;
    private final boolean absenceSpeaks;
    long[] values = new long[WORD];
    long[] known = new long[1];

    Column(FactKind kind) {
        if (kind.type().equals("text") && kind.choices().isEmpty()) {
            throw new Refused("engine.pack.unsupported", kind.name(), "a column of texts without a closed list");
        }
        this.kind = kind;
        this.least = kind.atLeast().map(least -> Scaled.of(least, Scaled.FACT)).orElse(Long.MIN_VALUE);
        this.absenceSpeaks = kind.absent().isPresent();
        this.absent = kind.absent()
                .map(absence -> encode(kind.parse(absence.value())))
                .orElse(0L);
        forgetAll();
    }

    public FactKind kind() {
        return kind;
    }

    /** A value as {@link #put(int, long)} takes it; one that the fact cannot have is refused. */
    public long encode(Object value) {
        try {
            return Scaled.of(kind.check(value), Scaled.FACT);
        } catch (ArithmeticException tooFine) {
            throw new Refused("engine.pack.type", kind.name(), String.valueOf(value));
        }
    }

    /** A date as {@link #put(int, long)} takes it. */
    public static long day(int year, int month, int dayOfMonth) {
        return Scaled.day(year, month, dayOfMonth);
    }

    public void put(int row, long value) {
        if (value < least) {
            throw new Refused("engine.pack.type", kind.name(), String.valueOf(decode(value)));
        }
        values[row] = value;
        known[row >> SHIFT] |= 1L << row;
    }

    /** Says that the value is unknown, also where the absence of a record would speak for it. */
    public void forget(int row) {
        known[row >> SHIFT] &= ~(1L << row);
    }

    public boolean isKnown(int row) {
        return (known[row >> SHIFT] & (1L << row)) != 0;
    }

    /** The least value that the fact can have. */
    long least() {
        return least;
    }

    /** The whole number of a known value. */
    public long get(int row) {
        return values[row];
    }

    /** The value as a fact sheet has it. */
    Object decode(long value) {
        return switch (kind.type()) {
            case "money", "number" -> BigDecimal.valueOf(value, Scaled.FACT);
            case "boolean" -> value != 0;
            case "date" -> Scaled.day(value);
            default -> Words.text(value);
        };
    }

    /** Makes room for so many rows. */
    void reach(int rows) {
        if (rows > values.length) {
            int before = values.length;
            int after = Math.max(rows, 2 * before);
            values = Arrays.copyOf(values, (after + WORD - 1) / WORD * WORD);
            known = Arrays.copyOf(known, values.length / WORD);
            fill(before);
        }
    }

    void forgetAll() {
        fill(0);
    }

    private void fill(int from) {
        Arrays.fill(values, from, values.length, absent);
        Arrays.fill(known, from / WORD, known.length, absenceSpeaks ? -1L : 0L);
    }
}
