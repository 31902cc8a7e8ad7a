package org.weimin.people;

import java.math.BigDecimal;

/**
 * 相似理由: one point in which two records agree or differ, and what it weighs.
 *
 * @param field what was compared: {@code name}, {@code birth}, {@code identity}, {@code phone} and so on
 * @param how how it compares: {@code equal}, {@code near}, {@code different} and so on
 * @param tenths tenths of a bit: ten of them make the odds twice as good, or half as good below zero
 * @param shared how many residents have the same, where that decides the weight; 0 where it does not
 */
public record Likeness(String field, String how, int tenths, int shared) {
    static final int SCALE = 1;

    /** The text key of the reason: {@code name.equal}. */
    public String code() {
        return field + "." + how;
    }

    public BigDecimal points() {
        return BigDecimal.valueOf(tenths, SCALE);
    }
}
