package org.weimin.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an expression comes to for one case. */
sealed interface Value {
    record Num(BigDecimal number) implements Value {
        static Num of(long number) {
            return new Num(BigDecimal.valueOf(number));
        }
    }

    record Txt(String text) implements Value {}

    record Truth(boolean truth) implements Value {}

    record Day(LocalDate day) implements Value {}

    /** A member by place in the fact sheet. */
    record Member(int index) implements Value {}

    record Items(List<Value> items) implements Value {}

    /** Not known, because these facts are missing; a number may still be known to lie in a range. */
    record Unknown(SortedSet<String> missing, Range range) implements Value {
        static Unknown of(Collection<String> missing) {
            return new Unknown(new TreeSet<>(missing), Range.ANY);
        }
    }

    /** FEEL's null: there is no value. No pack can come to it. */
    record Nothing() implements Value {}

    record Clock(LocalTime time, Optional<ZoneId> zone) implements Value {}

    record Moment(LocalDateTime at, Optional<ZoneId> zone) implements Value {}

    record Lasting(Duration duration) implements Value {}

    record Months(long months) implements Value {}

    /** Named values, in their order. */
    record Entries(Map<String, Value> byName) implements Value {}

    /** From a value to another; a side that is nothing is open. */
    record Span(Value low, boolean lowIncluded, Value high, boolean highIncluded) implements Value {}

    /** The range that a test for one value, {@code (= 10)}, or for all but it makes. */
    record Only(Value value, boolean negated) implements Value {}

    record Func(List<Expr.Parameter> parameters, Body body, FeelType gives) implements Value {
        /** What a function does with as many arguments as it has parameters. */
        interface Body {
            Value apply(List<Value> arguments);
        }
    }

    static Value nothing() {
        return new Nothing();
    }

    static Value truth(boolean truth) {
        return new Truth(truth);
    }

    static Value unknown(Value left, Value right, Range range) {
        var missing = new TreeSet<String>();
        for (Value value : List.of(left, right)) {
            if (value instanceof Unknown(var names, var ignored)) {
                missing.addAll(names);
            }
        }
        return new Unknown(missing, range);
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    default boolean isNothing() {
        return this instanceof Nothing;
    }

    default boolean isTrue() {
        return this instanceof Truth(boolean truth) && truth;
    }

    default boolean isFalse() {
        return this instanceof Truth(boolean truth) && !truth;
    }

    /** Equal values; numbers are equal whatever their decimals. */
    default boolean same(Value other) {
        return (this instanceof Num(var number) && other instanceof Num(var otherNumber))
                ? number.compareTo(otherNumber) == 0
                : equals(other);
    }

    default String plain() {
        return switch (this) {
            case Num(var number) -> Numbers.plain(number);
            case Txt(var text) -> text;
            case Truth(var truth) -> String.valueOf(truth);
            case Member(var index) -> "#" + (index + 1);
            case Items(var items) -> items.stream().map(Value::plain).toList().toString();
            case Unknown ignored -> "";
            case Entries(var entries) ->
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().plain())
                        .collect(Collectors.joining(", ", "{", "}"));
            case Span(var low, var lowIncluded, var high, var highIncluded) ->
                (lowIncluded ? "[" : "(") + low.plain() + ".." + high.plain() + (highIncluded ? "]" : ")");
            case Only(var value, var negated) -> (negated ? "(!=" : "(=") + value.plain() + ")";
            case Func ignored -> "function";
            case Nothing ignored -> "null";
            default -> TemporalText.write(this);
        };
    }

    static Value of(Object fact) {
        return switch (fact) {
            case BigDecimal number -> new Num(number);
            case Boolean truth -> new Truth(truth);
            case LocalDate day -> new Day(day);
            default -> new Txt(String.valueOf(fact));
        };
    }
}
