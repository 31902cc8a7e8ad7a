package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/** 事实: one value the rules may use, where it came from and what proves it. */
public record Fact(String name, Object value, String source, String evidence) {
    public Fact {
        if (!(value instanceof Unsettled
                || value instanceof String
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate)) {
            throw new IllegalArgumentException(name + ": not a fact's value: " + value.getClass());
        }
    }

    /** In place of a value: nobody can say yet, and silence must not be read as the meaning of an absent record. */
    public enum Unsettled {
        UNSETTLED
    }

    /** A fact that waits for something else to be settled first; the evidence says for what. */
    public static Fact unsettled(String name, String source, String evidence) {
        return new Fact(name, Unsettled.UNSETTLED, source, evidence);
    }

    public boolean isSettled() {
        return !(value instanceof Unsettled);
    }
}
