package org.weimin.engine;

import java.util.List;
import java.util.function.Function;
import org.weimin.engine.Expr.Op;

/** Matching one cell: the question that reading a table and running it share. */
final class Tables {
    private Tables() {}

    static Value match(Cell cell, Value value, Function<Expr, Value> evaluate) {
        if (cell.isAny()) {
            return Value.truth(true);
        }
        Value matched = cell.tests().stream()
                .map(test -> match(test, value, evaluate))
                .reduce(Value.truth(false), (a, b) -> Operators.apply(Op.OR, a, b));
        return cell.negated() ? Operators.not(matched) : matched;
    }

    private static Value match(Cell.Test test, Value value, Function<Expr, Value> evaluate) {
        return switch (test) {
            case Cell.Against(Op op, var against) -> Operators.compare(op, value, evaluate.apply(against));
            case Cell.Between(var low, var lowIncluded, var high, var highIncluded) ->
                Operators.apply(
                        Op.AND,
                        Operators.compare(lowIncluded ? Op.AT_LEAST : Op.ABOVE, value, evaluate.apply(low)),
                        Operators.compare(highIncluded ? Op.AT_MOST : Op.BELOW, value, evaluate.apply(high)));
        };
    }

    static Value match(Rules.Row row, List<Value> columns, Function<Expr, Value> evaluate) {
        Value matched = Value.truth(true);
        for (int i = 0; i < columns.size() && !matched.isFalse(); i++) {
            matched = Operators.apply(Op.AND, matched, match(row.cells().get(i), columns.get(i), evaluate));
        }
        return matched;
    }
}
