package org.weimin.engine;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.Expr.Op;

/**
 * Between what bounds a number lies; a null bound is open. An income that is not known is still not negative, so a
 * household that others already lift above the line need not prove it.
 */
record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    static final Range ANY = new Range(null, null);

    static Range atLeast(BigDecimal low) {
        return new Range(low, null);
    }

    static Range of(Value value) {
        return switch (value) {
            case Value.Num(var number) -> new Range(number, number);
            case Value.Unknown(var missing, var range) -> range;
            default -> ANY;
        };
    }

    /** Whether only one number lies in it. */
    boolean isOne() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    Range plus(Range other) {
        return new Range(
                low == null || other.low == null ? null : low.add(other.low),
                high == null || other.high == null ? null : high.add(other.high));
    }

    Range negated() {
        return new Range(high == null ? null : high.negate(), low == null ? null : low.negate());
    }

    /** Times or divided by a known number; between two unknown numbers nothing is promised. */
    Range scaled(Range by, UnaryOperator<BigDecimal> scale) {
        if (by.low == null || !by.isOne()) {
            return ANY;
        }
        Range scaled = map(scale);
        return by.low.signum() < 0 ? new Range(/* low= */ scaled.high, /* high= */ scaled.low) : scaled;
    }

    /** Both bounds through a function that never turns an order round. */
    Range map(UnaryOperator<BigDecimal> rising) {
        return new Range(low == null ? null : rising.apply(low), high == null ? null : rising.apply(high));
    }

    /** The range that holds both. */
    Range hull(Range other) {
        return new Range(
                low == null || other.low == null ? null : low.min(other.low),
                high == null || other.high == null ? null : high.max(other.high));
    }

    Range max(Range other) {
        return new Range(
                low == null ? other.low : other.low == null ? low : low.max(other.low),
                high == null || other.high == null ? null : high.max(other.high));
    }

    /** The comparison, where the bounds decide it. */
    Value compare(Op op, Range other, Value otherwise) {
        return switch (op) {
            case BELOW -> below(other) ? Value.truth(true) : other.atMost(this) ? Value.truth(false) : otherwise;
            case AT_MOST -> atMost(other) ? Value.truth(true) : other.below(this) ? Value.truth(false) : otherwise;
            case ABOVE -> other.compare(Op.BELOW, this, otherwise);
            case AT_LEAST -> other.compare(Op.AT_MOST, this, otherwise);
            case EQUAL -> below(other) || other.below(this) ? Value.truth(false) : otherwise;
            case UNEQUAL -> below(other) || other.below(this) ? Value.truth(true) : otherwise;
            default -> throw new IllegalArgumentException("Not a comparison: " + op);
        };
    }

    private boolean below(Range other) {
        return high != null && other.low != null && high.compareTo(other.low) < 0;
    }

    private boolean atMost(Range other) {
        return high != null && other.low != null && high.compareTo(other.low) <= 0;
    }
}
