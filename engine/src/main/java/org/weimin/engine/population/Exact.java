package org.weimin.engine.population;

import java.math.RoundingMode;

/** Whole-number arithmetic that is exact or throws an ArithmeticException; it never rounds by itself or wraps. */
final class Exact {
    private static final long[] POWERS = powers();
    private static final int HALF = 2;

    private Exact() {}

    private static long[] powers() {
        var powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = Math.multiplyExact(powers[i - 1], 10L);
        }
        return powers;
    }

    static long power(int digits) {
        if (digits < 0 || digits >= POWERS.length) {
            throw new ArithmeticException("10^" + digits);
        }
        return POWERS[digits];
    }

    /** With so many more decimals. */
    static long shifted(long value, int digits) {
        return Math.multiplyExact(value, power(digits));
    }

    /** With fewer decimals, where those are zeros. */
    static long unshifted(long value, int digits) {
        long power = power(digits);
        if (value % power != 0) {
            throw new ArithmeticException("a fraction is left");
        }
        return value / power;
    }

    /**
     * A quotient rounded to so many digits.
     *
     * @param shift decimals of the divisor less those of the dividend
     * @param scale decimals of the answer, at least the digits
     */
    static long quotient(RoundingMode mode, long dividend, long divisor, int shift, int digits, int scale) {
        int more = shift + digits;
        long rounded = more >= 0
                ? divided(mode, shifted(dividend, more), divisor)
                : divided(mode, dividend, shifted(divisor, -more));
        return scale == digits ? rounded : shifted(rounded, scale - digits);
    }

    static long divided(RoundingMode mode, long dividend, long divisor) {
        long quotient = Math.divideExact(dividend, divisor);
        long rest = dividend % divisor;
        if (rest == 0) {
            return quotient;
        }
        boolean negative = (dividend < 0) != (divisor < 0);
        return awayFromZero(mode, quotient, rest, divisor, negative) ? quotient + (negative ? -1 : 1) : quotient;
    }

    private static boolean awayFromZero(RoundingMode mode, long quotient, long rest, long divisor, boolean negative) {
        if (mode == RoundingMode.DOWN) {
            return false;
        }
        if (mode == RoundingMode.UP) {
            return true;
        }
        if (mode == RoundingMode.CEILING) {
            return !negative;
        }
        if (mode == RoundingMode.FLOOR) {
            return negative;
        }
        long half = Long.compare(Math.abs(rest), Math.subtractExact(Math.absExact(divisor), Math.abs(rest)));
        if (half != 0 || mode == RoundingMode.HALF_UP) {
            return half >= 0;
        }
        return mode == RoundingMode.HALF_EVEN && quotient % HALF != 0;
    }
}
