package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Truth;

/** Operators over known and unknown values: exact decimals, three-valued logic; nothing where FEEL says null. */
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
        if (left.isUnknown() || right.isUnknown()) {
            return Value.unknown(left, right, Range.ANY);
        }
        return left instanceof Truth && right instanceof Truth ? Value.truth(!settles) : Value.nothing();
    }

    private static Value arithmetic(Op op, Value left, Value right) {
        if (left instanceof Num(var a) && right instanceof Num(var b)) {
            return arithmetic(op, a, b);
        }
        if (!left.isUnknown() && !right.isUnknown()) {
            return Temporal.arithmetic(op, left, right);
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

    private static Value arithmetic(Op op, BigDecimal a, BigDecimal b) {
        try {
            return new Num(Decimals.fitting(
                    switch (op) {
                        case PLUS -> a.add(b);
                        case MINUS -> a.subtract(b);
                        case TIMES -> a.multiply(b);
                        case DIVIDED -> a.divide(b, Decimals.DIGITS);
                        default -> Decimals.power(a, b);
                    }));
        } catch (ArithmeticException undefined) {
            return Value.nothing();
        }
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
        if (op == Op.EQUAL || op == Op.UNEQUAL) {
            return Equality.of(left, right)
                    .map(equal -> Value.truth(equal == (op == Op.EQUAL)))
                    .orElse(Value.nothing());
        }
        return order(left, right)
                .map(order -> Value.truth(
                        switch (op) {
                            case BELOW -> order < 0;
                            case AT_MOST -> order <= 0;
                            case ABOVE -> order > 0;
                            default -> order >= 0;
                        }))
                .orElse(Value.nothing());
    }

    /** Which of two values of one kind comes first; empty where they have no order. */
    static Optional<Integer> order(Value left, Value right) {
        if (left instanceof Num(var a) && right instanceof Num(var b)) {
            return Optional.of(a.compareTo(b));
        }
        if (left instanceof Value.Txt(var a) && right instanceof Value.Txt(var b)) {
            return Optional.of(a.compareTo(b));
        }
        return Temporal.order(left, right);
    }

    static Value not(Value value) {
        return switch (value) {
            case Truth(boolean truth) -> Value.truth(!truth);
            case Value.Unknown unknown -> unknown;
            default -> Value.nothing();
        };
    }

    static Value round(RoundingMode mode, Value value, Value scale) {
        if (value instanceof Num(var number) && scale instanceof Num(var digits)) {
            return places(digits)
                    .<Value>map(places -> new Num(
                            number.scale() <= places && places > Decimals.DIGITS.getPrecision()
                                    ? number
                                    : number.setScale(places, mode)))
                    .orElse(Value.nothing());
        }
        if (!value.isUnknown() && !scale.isUnknown()) {
            return Value.nothing();
        }
        Range range = scale instanceof Num(var digits)
                ? Range.of(value).map(bound -> bound.setScale(digits.intValueExact(), mode))
                : Range.ANY;
        return Value.unknown(value, scale, range);
    }

    /** A number of decimal places that FEEL allows. */
    private static Optional<Integer> places(BigDecimal digits) {
        int places = digits.intValue();
        return places >= -6111 && places <= 6176 ? Optional.of(places) : Optional.empty();
    }

    /** A quotient and its rounding are one step, so that nothing is rounded twice. */
    static Value divide(RoundingMode mode, Value left, Value right, Value scale) {
        if (left instanceof Num(var number) && right instanceof Num(var divisor) && scale instanceof Num(var digits)) {
            return divisor.signum() == 0
                    ? Value.nothing()
                    : places(digits)
                            .<Value>map(places -> new Num(number.divide(divisor, places, mode)))
                            .orElse(Value.nothing());
        }
        if (!left.isUnknown() && !right.isUnknown() && !scale.isUnknown()) {
            return round(mode, Temporal.arithmetic(Op.DIVIDED, left, right), scale);
        }
        if (right instanceof Num(var divisor) && scale instanceof Num(var digits) && divisor.signum() != 0) {
            int places = digits.intValueExact();
            return Value.unknown(
                    left, right, Range.of(left).scaled(Range.of(right), bound -> bound.divide(divisor, places, mode)));
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
}
