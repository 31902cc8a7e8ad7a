package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A FEEL expression after reading; only what the grammar knows can exist. */
public sealed interface Expr {
    record Num(BigDecimal value) implements Expr {}

    record Txt(String value) implements Expr {}

    record Truth(boolean value) implements Expr {}

    record Day(LocalDate value) implements Expr {}

    record Name(String name) implements Expr {}

    /** A fact of a member. */
    record Field(Expr of, String name) implements Expr {}

    record Not(Expr value) implements Expr {}

    record Negate(Expr value) implements Expr {}

    record Binary(Op op, Expr left, Expr right) implements Expr {}

    record If(Expr condition, Expr then, Expr otherwise) implements Expr {}

    record For(String variable, Expr in, Expr body) implements Expr {}

    /** The items of a list for which the condition, which calls each {@code item}, holds. */
    record Filter(Expr list, Expr keep) implements Expr {}

    /** Whole years between two days: who was born on 29 February is a year older on 1 March of a common year. */
    record Years(Expr from, Expr until) implements Expr {}

    /** The only place where a division may stand: its rounding is named. */
    record Rounded(RoundingMode mode, Expr value, Expr scale) implements Expr {}

    record Call(String function, List<Expr> arguments) implements Expr {}

    // What follows is FEEL that no pack may use yet; models from elsewhere may.

    record Nothing() implements Expr {}

    record ListOf(List<Expr> items) implements Expr {}

    /** Entries that see the ones before them; with a result, that is the value, else all entries are. */
    record ContextOf(List<Entry> entries, Optional<Expr> result) implements Expr {}

    record Entry(String name, Expr value) {}

    /** A side that is not there is open. */
    record RangeOf(Optional<Expr> low, boolean lowIncluded, Optional<Expr> high, boolean highIncluded)
            implements Expr {}

    record OnlyOf(Expr value, boolean negated) implements Expr {}

    /** From one value to another in steps of one, upwards or downwards; only a list to go through. */
    record Steps(Expr from, Expr until) implements Expr {}

    record In(Expr value, Cell tests) implements Expr {}

    /** Every (or some) combination of the items satisfies the condition. */
    record Quantified(boolean every, List<Each> each, Expr satisfies) implements Expr {}

    /** The body for every combination of the items; it may ask for its results so far as {@code partial}. */
    record Loop(List<Each> each, Expr body, boolean partial) implements Expr {}

    record Each(String variable, Expr in) {}

    record FunctionOf(List<Parameter> parameters, Expr body, FeelType result) implements Expr {}

    /** A function that works out decisions of the model anew, with its arguments in place of what has their names. */
    record Service(List<Parameter> parameters, List<String> outputs, FeelType result) implements Expr {}

    record Parameter(String name, FeelType type) {}

    /** A call by named arguments, or of a function that an expression gives. */
    record Invoke(Expr function, List<Argument> arguments) implements Expr {}

    /** An argument by its name, or by its place where the name is empty. */
    record Argument(String name, Expr value) {}

    record InstanceOf(Expr value, FeelType type) implements Expr {}

    /** The value as a declared type has it: a list of one is its item, what does not fit is nothing. */
    record Typed(Expr value, FeelType type) implements Expr {}

    record TableOf(Rules.Table table) implements Expr {}

    /** The expressions directly within this one. */
    default List<Expr> parts() {
        return switch (this) {
            case Num ignored -> List.of();
            case Txt ignored -> List.of();
            case Truth ignored -> List.of();
            case Day ignored -> List.of();
            case Name ignored -> List.of();
            case Nothing ignored -> List.of();
            case Service ignored -> List.of();
            case Field(var of, var name) -> List.of(of);
            case OnlyOf(var value, var negated) -> List.of(value);
            case Not(var value) -> List.of(value);
            case Negate(var value) -> List.of(value);
            case Binary(var op, var left, var right) -> List.of(left, right);
            case If(var condition, var then, var otherwise) -> List.of(condition, then, otherwise);
            case For(var variable, var in, var body) -> List.of(in, body);
            case Filter(var list, var keep) -> List.of(list, keep);
            case Years(var from, var until) -> List.of(from, until);
            case Rounded(var mode, var value, var scale) -> List.of(value, scale);
            case Call(var function, var arguments) -> arguments;
            case ListOf(var items) -> items;
            case ContextOf(var entries, var result) ->
                Stream.concat(entries.stream().map(Entry::value), result.stream())
                        .toList();
            case RangeOf range ->
                Stream.concat(range.low().stream(), range.high().stream()).toList();
            case Steps(var from, var until) -> List.of(from, until);
            case In(var value, var tests) ->
                Stream.concat(Stream.of(value), tests.parts()).toList();
            case Quantified(var every, var each, var satisfies) -> parts(each, satisfies);
            case Loop(var each, var body, var partial) -> parts(each, body);
            case FunctionOf function -> List.of(function.body());
            case Invoke(var function, var arguments) ->
                Stream.concat(Stream.of(function), arguments.stream().map(Argument::value))
                        .toList();
            case InstanceOf(var value, var type) -> List.of(value);
            case Typed(var value, var type) -> List.of(value);
            case TableOf(var table) -> table.parts().toList();
        };
    }

    private static List<Expr> parts(List<Each> each, Expr body) {
        return Stream.concat(each.stream().map(Each::in), Stream.of(body)).toList();
    }

    enum Op {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED("/"),
        POWER("**"),
        EQUAL("="),
        UNEQUAL("!="),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        AND("and"),
        OR("or");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        static Op of(String sign) {
            for (Op op : values()) {
                if (op.sign.equals(sign)) {
                    return op;
                }
            }
            throw new IllegalArgumentException("Not an operator: " + sign);
        }

        public boolean isArithmetic() {
            return this == PLUS || this == MINUS || this == TIMES || this == DIVIDED || this == POWER;
        }

        public boolean isLogic() {
            return this == AND || this == OR;
        }
    }
}
