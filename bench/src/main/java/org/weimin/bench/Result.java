package org.weimin.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one line that every benchmark ends with. */
record Result(String name, BigDecimal ours, BigDecimal other, long n) {
    static Result ofNanos(String name, long oursNanos, long otherNanos, long n) {
        return new Result(name, BigDecimal.valueOf(oursNanos, 6), BigDecimal.valueOf(otherNanos, 6), n);
    }

    /** {@code ours} and {@code other} in milliseconds. */
    void print() {
        System.out.printf(
                "RESULT name=%s ours=%s other=%s ratio=%s n=%d%n",
                name,
                ours.setScale(2, RoundingMode.HALF_UP),
                other.setScale(2, RoundingMode.HALF_UP),
                ours.divide(other, 2, RoundingMode.HALF_UP),
                n);
    }
}
