package org.weimin.engine;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weimin.engine.Expr.Binary;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Items;

/** Writes a sum with its figures in place of its names: {@code (1595.00 × 3 − 2400.00) ÷ 1}. */
final class Working {
    private final Function<Expr, Value> value;

    Working(Function<Expr, Value> value) {
        this.value = value;
    }

    /** The figures, or nothing where the expression is a single figure already. */
    String of(Expr expression) {
        return expression instanceof Expr.Name || expression instanceof Expr.Field ? "" : write(expression, 0);
    }

    private String write(Expr expression, int tightness) {
        return switch (expression) {
            case Binary(var op, var left, var right)
            when op.isArithmetic() -> {
                int own = op == Op.PLUS || op == Op.MINUS ? 1 : 2;
                String text = write(left, own) + " " + sign(op) + " " + write(right, own + (op == Op.PLUS ? 0 : 1));
                yield own < tightness ? "(" + text + ")" : text;
            }
            case Expr.Rounded(var mode, var inner, var scale) -> write(inner, tightness);
            case Expr.If(var condition, var then, var otherwise) ->
                write(value.apply(condition).isTrue() ? then : otherwise, tightness);
            case Expr.Call(var function, var arguments)
            when function.equals("max") || function.equals("min") ->
                arguments.stream()
                        .map(argument -> write(argument, 0))
                        .collect(Collectors.joining(", ", function + "(", ")"));
            case Expr.Call(var function, var arguments)
            when function.equals("sum") -> sum(value.apply(arguments.getFirst()), tightness);
            default -> plain(value.apply(expression));
        };
    }

    private static String sum(Value list, int tightness) {
        if (!(list instanceof Items(var items)) || items.isEmpty()) {
            return "0";
        }
        String text = items.stream().map(Working::plain).collect(Collectors.joining(" + "));
        return items.size() > 1 && tightness > 1 ? "(" + text + ")" : text;
    }

    private static String sign(Op op) {
        return switch (op) {
            case PLUS -> "+";
            case MINUS -> "−";
            case TIMES -> "×";
            default -> "÷";
        };
    }

    private static String plain(Value value) {
        if (value instanceof Value.Num(BigDecimal number)) {
            boolean hasFen = number.scale() == 2;
            return hasFen ? Numbers.plain(number, Type.MONEY) : Numbers.plain(number);
        }
        return value.plain();
    }
}
