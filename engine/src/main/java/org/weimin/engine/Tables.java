package org.weimin.engine;

import java.util.List;
import java.util.function.BiFunction;
import org.weimin.engine.Expr.Op;

/** Matching a value with cells: the question that reading a table, running it and {@code in} share. */
final class Tables {
    private Tables() {}

    static Value match(Cell cell, Value value, BiFunction<Expr, Value, Value> evaluate) {
        if (cell.isAny()) {
            return Value.truth(true);
        }
        Value matched = cell.tests().stream()
                .map(test -> match(test, value, evaluate))
                .reduce(Value.truth(false), (a, b) -> Operators.apply(Op.OR, a, b));
        return cell.negated() ? Operators.not(matched) : matched;
    }

    private static Value match(Cell.Test test, Value value, BiFunction<Expr, Value, Value> evaluate) {
        return switch (test) {
            case Cell.Against(Op op, var against) -> against(op, value, evaluate.apply(against, value));
            case Cell.Between(var low, var lowIncluded, var high, var highIncluded) ->
                within(value, evaluate.apply(low, value), lowIncluded, evaluate.apply(high, value), highIncluded);
            case Cell.Holds(var condition) -> evaluate.apply(condition, value);
        };
    }

    /** Equal to the value, or in it where it is a list or a range. */
    private static Value against(Op op, Value value, Value against) {
        if (op != Op.EQUAL || value.isUnknown()) {
            return Operators.compare(op, value, against);
        }
        return switch (against) {
            case Value.Span span when !(value instanceof Value.Span) -> within(value, span);
            case Value.Only(var only, var negated) -> Operators.compare(negated ? Op.UNEQUAL : Op.EQUAL, value, only);
            case Value.Items(var items) ->
                Value.truth(Equality.same(value, against)
                        || items.stream()
                                .anyMatch(item -> against(op, value, item).isTrue()));
            default -> Operators.compare(op, value, against);
        };
    }

    private static Value within(Value value, Value.Span span) {
        return Operators.apply(
                Op.AND,
                span.low().isNothing()
                        ? Value.truth(true)
                        : Operators.compare(span.lowIncluded() ? Op.AT_LEAST : Op.ABOVE, value, span.low()),
                span.high().isNothing()
                        ? Value.truth(true)
                        : Operators.compare(span.highIncluded() ? Op.AT_MOST : Op.BELOW, value, span.high()));
    }

    private static Value within(Value value, Value low, boolean lowIncluded, Value high, boolean highIncluded) {
        return Operators.apply(
                Op.AND,
                Operators.compare(lowIncluded ? Op.AT_LEAST : Op.ABOVE, value, low),
                Operators.compare(highIncluded ? Op.AT_MOST : Op.BELOW, value, high));
    }

    static Value match(Rules.Row row, List<Value> columns, BiFunction<Expr, Value, Value> evaluate) {
        Value matched = Value.truth(true);
        for (int i = 0; i < columns.size() && !matched.isFalse(); i++) {
            matched = Operators.apply(Op.AND, matched, match(row.cells().get(i), columns.get(i), evaluate));
        }
        return matched;
    }
}
