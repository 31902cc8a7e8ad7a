package org.weimin.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** FEEL's numbers: decimals of 34 digits, and the roots and powers that need a series. Never a binary fraction. */
final class Decimals {
    static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final MathContext GUARD = new MathContext(44, RoundingMode.HALF_EVEN);
    private static final int GREATEST_EXPONENT = 6144;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Decimals() {}

    /** The number in 34 digits; refuses one beyond the range of decimal128. */
    static BigDecimal fitting(BigDecimal number) {
        BigDecimal rounded = number.precision() > DIGITS.getPrecision() ? number.round(DIGITS) : number;
        if ((long) rounded.precision() - rounded.scale() > GREATEST_EXPONENT || rounded.scale() > GREATEST_EXPONENT) {
            throw new ArithmeticException("Beyond 34 digits");
        }
        return rounded;
    }

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.signum() == 0 || exponent.stripTrailingZeros().scale() <= 0;
        if (whole && exponent.abs().compareTo(BigDecimal.valueOf(999_999)) <= 0) {
            return fitting(base.pow(exponent.intValueExact(), DIGITS));
        }
        return fitting(exp(exponent.multiply(log(base, GUARD), GUARD), DIGITS));
    }

    static BigDecimal exp(BigDecimal x) {
        return exp(x, DIGITS);
    }

    /** Halved until it is small, then the series, then squared back. */
    private static BigDecimal exp(BigDecimal x, MathContext to) {
        if (x.abs().compareTo(BigDecimal.valueOf(14_200)) > 0) {
            if (x.signum() < 0) {
                return BigDecimal.ZERO;
            }
            throw new ArithmeticException("Beyond 34 digits");
        }
        int halvings = Math.max(0, x.precision() - x.scale()) * 4 + 4;
        var working = new MathContext(GUARD.getPrecision() + halvings);
        BigDecimal small = x.divide(TWO.pow(halvings), working);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; term.signum() != 0 && term.precision() - term.scale() > -working.getPrecision(); i++) {
            term = term.multiply(small, working).divide(BigDecimal.valueOf(i), working);
            sum = sum.add(term, working);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, working);
        }
        return fitting(sum.round(to));
    }

    static BigDecimal log(BigDecimal x) {
        return log(x, DIGITS);
    }

    /** Roots until it is near one, then the series of the inverse hyperbolic tangent. */
    private static BigDecimal log(BigDecimal x, MathContext to) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("No logarithm");
        }
        var working = new MathContext(GUARD.getPrecision() + 12);
        BigDecimal near = x;
        int roots = 0;
        while (near.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
            near = near.sqrt(working);
            roots++;
        }
        BigDecimal step = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), working);
        BigDecimal square = step.multiply(step, working);
        BigDecimal power = step;
        BigDecimal sum = step;
        for (int i = 3; power.signum() != 0 && power.precision() - power.scale() > -working.getPrecision(); i += 2) {
            power = power.multiply(square, working);
            sum = sum.add(power.divide(BigDecimal.valueOf(i), working), working);
        }
        return sum.multiply(new BigDecimal(BigInteger.TWO.pow(roots + 1)), working)
                .round(to);
    }
}
