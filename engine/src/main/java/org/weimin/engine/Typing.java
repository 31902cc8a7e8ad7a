package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weimin.engine.Expr.Binary;
import org.weimin.engine.Expr.Op;

/** Finds an expression's type, or refuses the place where two kinds of thing are mixed. */
final class Typing {
    record Signature(List<Type> parameters, Type result) {}

    private final String where;
    private final Vocabulary vocabulary;
    private final Function<String, Signature> functions;

    Typing(String where, Vocabulary vocabulary, Function<String, Signature> functions) {
        this.where = where;
        this.vocabulary = vocabulary;
        this.functions = functions;
    }

    Type of(Expr expression, Map<String, Type> scope) {
        return switch (expression) {
            case Expr.Num(var value) -> value.signum() == 0 ? Type.ZERO : Type.NUMBER;
            case Expr.Txt ignored -> Type.TEXT;
            case Expr.Truth ignored -> Type.BOOLEAN;
            case Expr.Day ignored -> Type.DATE;
            case Expr.Name(var name) -> {
                Type type = scope.get(name);
                if (type == null) {
                    throw Faults.unknownName(where, name);
                }
                yield type;
            }
            case Expr.Field(var of, var name) -> {
                expect(Type.MEMBER, of(of, scope));
                yield vocabulary.memberFact(where, name).feelType();
            }
            case Expr.Not(var value) -> expect(Type.BOOLEAN, of(value, scope));
            case Expr.Negate(var value) -> numeric(of(value, scope));
            case Binary binary -> binary(binary, scope);
            case Expr.If(var condition, var then, var otherwise) -> {
                expect(Type.BOOLEAN, of(condition, scope));
                yield fitting(of(then, scope), of(otherwise, scope));
            }
            case Expr.For(var variable, var in, var body) -> {
                Type list = list(of(in, scope));
                yield of(body, with(scope, variable, list.one())).many();
            }
            case Expr.Filter(var list, var keep) -> {
                Type type = list(of(list, scope));
                expect(Type.BOOLEAN, of(keep, with(scope, "item", type.one())));
                yield type;
            }
            case Expr.Years(var from, var until) -> {
                expect(Type.DATE, of(from, scope));
                expect(Type.DATE, of(until, scope));
                yield Type.NUMBER;
            }
            case Expr.Rounded(var mode, var value, var scale) -> {
                expect(Type.NUMBER, of(scale, scope));
                yield value instanceof Binary(Op op, var left, var right) && op == Op.DIVIDED
                        ? quotient(of(left, scope), of(right, scope))
                        : numeric(of(value, scope));
            }
            case Expr.Call call -> call(call, scope);
            case Expr.Quantified(var every, var each, var satisfies) -> quantified(each, satisfies, scope);
            default -> throw Faults.unsupported(where, expression.getClass().getSimpleName());
        };
    }

    void checkCell(Expr column, Type type, Cell cell, Map<String, Type> scope) {
        for (Cell.Test test : cell.tests()) {
            switch (test) {
                case Cell.Against(Op op, var value) -> compare(op, column, type, value, of(value, scope));
                case Cell.Between(var low, var lowIncluded, var high, var highIncluded) -> {
                    compare(Op.AT_LEAST, column, type, low, of(low, scope));
                    compare(Op.AT_MOST, column, type, high, of(high, scope));
                }
                case Cell.Holds(var condition) -> expect(Type.BOOLEAN, of(condition, with(scope, "?", type)));
            }
        }
    }

    private Type quantified(List<Expr.Each> each, Expr satisfies, Map<String, Type> scope) {
        Map<String, Type> inner = scope;
        for (Expr.Each one : each) {
            inner = with(inner, one.variable(), list(of(one.in(), inner)).one());
        }
        return expect(Type.BOOLEAN, of(satisfies, inner));
    }

    private Type binary(Binary binary, Map<String, Type> scope) {
        Type left = of(binary.left(), scope);
        Type right = of(binary.right(), scope);
        return switch (binary.op()) {
            case PLUS, MINUS -> {
                checkUnits(binary.left(), binary.right());
                yield fitting(numeric(left), numeric(right));
            }
            case TIMES -> product(numeric(left), numeric(right));
            case DIVIDED -> throw Faults.type(where, "a division without a named rounding");
            case AND, OR -> {
                expect(Type.BOOLEAN, left);
                yield expect(Type.BOOLEAN, right);
            }
            default -> {
                compare(binary.op(), binary.left(), left, binary.right(), right);
                yield Type.BOOLEAN;
            }
        };
    }

    private void compare(Op op, Expr left, Type leftType, Expr right, Type rightType) {
        fitting(leftType, rightType);
        checkUnits(left, right);
        boolean ordering = op != Op.EQUAL && op != Op.UNEQUAL;
        if (leftType.list() || (ordering && !leftType.isOrdered())) {
            throw Faults.type(where, leftType + " " + op.sign() + " " + rightType);
        }
        if (right instanceof Expr.Txt(var value)) {
            List<String> choices = choices(left);
            if (!choices.isEmpty() && !choices.contains(value)) {
                throw Faults.type(where, "\"" + value + "\" is not one of " + choices);
            }
        }
    }

    /** Rooms are not years: two facts that stand side by side are counted in the same unit. */
    private void checkUnits(Expr left, Expr right) {
        String one = unit(left);
        String other = unit(right);
        if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
            throw Faults.type(where, one + " with " + other);
        }
    }

    private String unit(Expr expression) {
        return switch (expression) {
            case Expr.Field(var of, var name) -> unit(name);
            case Expr.Name(var name) -> unit(name);
            case Expr.Binary(var op, var left, var right)
            when op == Op.PLUS || op == Op.MINUS -> unit(left).isEmpty() ? unit(right) : unit(left);
            default -> "";
        };
    }

    private String unit(String fact) {
        return vocabulary.dictionary().find(fact).map(FactKind::unit).orElse("");
    }

    private List<String> choices(Expr expression) {
        return switch (expression) {
            case Expr.Field(var of, var name) -> vocabulary.choices(name);
            case Expr.Name(var name) -> vocabulary.choices(name);
            default -> List.of();
        };
    }

    private Type call(Expr.Call call, Map<String, Type> scope) {
        List<Type> arguments =
                call.arguments().stream().map(argument -> of(argument, scope)).toList();
        return switch (call.function()) {
            case "sum" -> numeric(list(only(call, arguments)).one());
            case "count" -> {
                list(only(call, arguments));
                yield Type.NUMBER;
            }
            case "max", "min" -> arguments.stream().map(this::numeric).reduce(Type.ZERO, this::fitting);
            default -> {
                Signature signature = functions.apply(call.function());
                if (signature.parameters().size() != arguments.size()) {
                    throw Faults.type(
                            where,
                            call.function() + " takes " + signature.parameters().size());
                }
                for (int i = 0; i < arguments.size(); i++) {
                    expect(signature.parameters().get(i), arguments.get(i));
                }
                yield signature.result();
            }
        };
    }

    private Type only(Expr.Call call, List<Type> arguments) {
        if (arguments.size() != 1) {
            throw Faults.unsupported(where, call.function() + " of " + arguments.size() + " values");
        }
        return arguments.getFirst();
    }

    private Type product(Type left, Type right) {
        if (left.equals(Type.MONEY) && right.equals(Type.MONEY)) {
            throw Faults.type(where, "money times money");
        }
        return left.equals(Type.MONEY) || right.equals(Type.MONEY) ? Type.MONEY : left.with(right);
    }

    private Type quotient(Type left, Type right) {
        numeric(left);
        numeric(right);
        if (right.equals(Type.MONEY)) {
            fitting(left, right);
            return Type.NUMBER;
        }
        return left;
    }

    private Type fitting(Type left, Type right) {
        if (!left.fits(right)) {
            throw Faults.type(where, left + " with " + right);
        }
        return left.with(right);
    }

    private Type expect(Type expected, Type found) {
        if (!found.fits(expected)) {
            throw Faults.type(where, found + " instead of " + expected);
        }
        return expected;
    }

    private Type numeric(Type type) {
        if (!type.isNumeric()) {
            throw Faults.type(where, type + " instead of a number");
        }
        return type;
    }

    private Type list(Type type) {
        if (!type.list()) {
            throw Faults.type(where, type + " instead of a list");
        }
        return type;
    }

    private static Map<String, Type> with(Map<String, Type> scope, String name, Type type) {
        var wider = new LinkedHashMap<>(scope);
        wider.put(name, type);
        return wider;
    }
}
