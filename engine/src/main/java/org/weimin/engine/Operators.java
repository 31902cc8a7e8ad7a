package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Truth;

/** Operators over known and unknown values: exact decimals, three-valued logic. */
final class Operators {
    private Operators() {}

    static Value apply(Op op, Value left, Value right) {
        if (op.isLogic()) {
            return logic(op, left, right);
        }
        return op.isArithmetic() ? arithmetic(op, left, right) : compare(op, left, right);
    }

    /** False settles an "and" and true an "or", whatever the other side is. */
    private static Value logic(Op op, Value left, Value right) {
        boolean settles = op == Op.OR;
        if ((left instanceof Truth(boolean truth) && truth == settles)
                || (right instanceof Truth(boolean other) && other == settles)) {
            return Value.truth(settles);
        }
        return left.isUnknown() || right.isUnknown() ? Value.unknown(left, right, Range.ANY) : Value.truth(!settles);
    }

    private static Value arithmetic(Op op, Value left, Value right) {
        if (left instanceof Num(var a) && right instanceof Num(var b)) {
            return new Num(
                    switch (op) {
                        case PLUS -> a.add(b);
                        case MINUS -> a.subtract(b);
                        default -> a.multiply(b);
                    });
        }
        Range a = Range.of(left);
        Range b = Range.of(right);
        return Value.unknown(
                left,
                right,
                switch (op) {
                    case PLUS -> a.plus(b);
                    case MINUS -> a.plus(b.negated());
                    default -> times(a, left, b, right);
                });
    }

    private static Range times(Range a, Value left, Range b, Value right) {
        if (right instanceof Num(var factor)) {
            return a.scaled(b, factor::multiply);
        }
        return left instanceof Num(var factor) ? b.scaled(a, factor::multiply) : Range.ANY;
    }

    static Value compare(Op op, Value left, Value right) {
        if (left.isUnknown() || right.isUnknown()) {
            Value unknown = Value.unknown(left, right, Range.ANY);
            return Range.of(left).compare(op, Range.of(right), unknown);
        }
        return Value.truth(
                switch (op) {
                    case EQUAL -> left.same(right);
                    case UNEQUAL -> !left.same(right);
                    case BELOW -> order(left, right) < 0;
                    case AT_MOST -> order(left, right) <= 0;
                    case ABOVE -> order(left, right) > 0;
                    default -> order(left, right) >= 0;
                });
    }

    private static int order(Value left, Value right) {
        if (left instanceof Value.Day(var a) && right instanceof Value.Day(var b)) {
            return a.compareTo(b);
        }
        return number(left).compareTo(number(right));
    }

    static Value not(Value value) {
        return value instanceof Truth(boolean truth) ? Value.truth(!truth) : value;
    }

    static Value round(RoundingMode mode, Value value, Value scale) {
        if (value instanceof Num(var number) && scale instanceof Num(var digits)) {
            return new Num(number.setScale(digits.intValueExact(), mode));
        }
        Range range = scale instanceof Num(var digits)
                ? Range.of(value).map(bound -> bound.setScale(digits.intValueExact(), mode))
                : Range.ANY;
        return Value.unknown(value, scale, range);
    }

    /** A quotient and its rounding are one step, so that nothing is rounded twice. */
    static Value divide(RoundingMode mode, Value left, Value right, Value scale) {
        if (right instanceof Num(var divisor) && scale instanceof Num(var digits)) {
            int places = digits.intValueExact();
            return left instanceof Num(var number)
                    ? new Num(number.divide(divisor, places, mode))
                    : Value.unknown(
                            left,
                            right,
                            Range.of(left).scaled(Range.of(right), bound -> bound.divide(divisor, places, mode)));
        }
        return Value.unknown(left, Value.unknown(right, scale, Range.ANY), Range.ANY);
    }

    static Value sum(List<Value> items) {
        return items.stream().reduce(new Num(BigDecimal.ZERO), (a, b) -> arithmetic(Op.PLUS, a, b));
    }

    static Value max(Value left, Value right) {
        return left instanceof Num(var a) && right instanceof Num(var b)
                ? new Num(a.max(b))
                : Value.unknown(left, right, Range.of(left).max(Range.of(right)));
    }

    static Value min(Value left, Value right) {
        return left instanceof Num(var a) && right instanceof Num(var b)
                ? new Num(a.min(b))
                : Value.unknown(
                        left,
                        right,
                        Range.of(left).negated().max(Range.of(right).negated()).negated());
    }

    static BigDecimal number(Value value) {
        if (value instanceof Num(var number)) {
            return number;
        }
        throw new IllegalStateException("Not a number: " + value);
    }
}
