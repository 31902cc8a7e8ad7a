package org.weimin.offices;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 分子与分母: so many of so many. */
public record Ratio(long some, long all) {
    public static final Ratio NOTHING = new Ratio(0, 0);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Ratio plus(Ratio other) {
        return new Ratio(some + other.some, all + other.all);
    }

    /** In percent with one decimal; zero of nothing is zero. */
    public BigDecimal percent() {
        return all == 0
                ? BigDecimal.ZERO
                : new BigDecimal(some).multiply(HUNDRED).divide(new BigDecimal(all), 1, RoundingMode.HALF_UP);
    }

    /** Of so few a percentage says nothing. */
    public boolean isSmall(long least) {
        return all < least;
    }
}
