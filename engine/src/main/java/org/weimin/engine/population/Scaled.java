package org.weimin.engine.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Values of rules as whole numbers: decimals at a fixed scale, days by month and day, words by their code. */
final class Scaled {
    /** Facts have at most two decimals: fen, and what floor areas and shares need. */
    static final int FACT = 2;

    private static final int DAY_BITS = 5;
    private static final int MONTHS = 12;

    private Scaled() {}

    /** The number at the scale; one that has more decimals is refused by an ArithmeticException. */
    static long of(BigDecimal number, int scale) {
        return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /**
     * A day as its month since year 0 and its day of the month: in order like the days themselves, and an age is the
     * difference without its last five bits, by twelve.
     */
    static long day(LocalDate day) {
        return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    static long day(int year, int month, int dayOfMonth) {
        return ((year * (long) MONTHS + month - 1) << DAY_BITS) | dayOfMonth;
    }

    static LocalDate day(long day) {
        long month = day >> DAY_BITS;
        int year = (int) Math.floorDiv(month, MONTHS);
        int dayOfMonth = (int) (day & ((1 << DAY_BITS) - 1));
        return LocalDate.of(year, Math.floorMod(month, MONTHS) + 1, dayOfMonth);
    }

    /** Whole years between two days. */
    static long years(long from, long until) {
        return (until - from) / (1 << DAY_BITS) / MONTHS;
    }

    static long of(Object value, int scale) {
        return switch (value) {
            case BigDecimal number -> of(number, scale);
            case Boolean truth -> truth ? 1 : 0;
            case LocalDate day -> day(day);
            case String text -> Words.code(text);
            default -> throw new IllegalArgumentException("Not a fact's value: " + value.getClass());
        };
    }
}
