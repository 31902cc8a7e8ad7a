package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/** 事实: one value the rules may use, where it came from and what proves it. */
public record Fact(String name, Object value, String source, String evidence) {
    public Fact {
        if (!(value instanceof String
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate)) {
            throw new IllegalArgumentException(name + ": not a fact's value: " + value.getClass());
        }
    }
}
