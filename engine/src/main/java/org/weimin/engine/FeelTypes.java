package org.weimin.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.FeelType.Basic;

/** What FEEL's types are called, which values they hold, and how a value is fitted to a declared type. */
final class FeelTypes {
    private static final Map<String, FeelType> BY_NAME = Map.ofEntries(
            Map.entry("Any", Basic.ANY),
            Map.entry("Null", Basic.NULL),
            Map.entry("number", Basic.NUMBER),
            Map.entry("string", Basic.STRING),
            Map.entry("boolean", Basic.BOOLEAN),
            Map.entry("date", Basic.DATE),
            Map.entry("time", Basic.TIME),
            Map.entry("date and time", Basic.DATE_AND_TIME),
            Map.entry("dateTime", Basic.DATE_AND_TIME),
            Map.entry("days and time duration", Basic.DAYS_AND_TIME_DURATION),
            Map.entry("dayTimeDuration", Basic.DAYS_AND_TIME_DURATION),
            Map.entry("years and months duration", Basic.YEARS_AND_MONTHS_DURATION),
            Map.entry("yearMonthDuration", Basic.YEARS_AND_MONTHS_DURATION),
            Map.entry("list", new FeelType.ListOf(Basic.ANY)),
            Map.entry("range", new FeelType.RangeOf(Basic.ANY)),
            Map.entry("context", new FeelType.Context(Map.of())));

    private FeelTypes() {}

    static Optional<FeelType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names that are more than one word. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Whether the value is of the type; what the type allows of its kind is asked of the predicate. */
    static boolean holds(FeelType type, Value value, Allowed allowed) {
        return switch (type) {
            case Basic basic -> holds(basic, value);
            case FeelType.ListOf(var item) ->
                value instanceof Value.Items(var items) && items.stream().allMatch(each -> fits(item, each, allowed));
            case FeelType.Context(var components) ->
                value instanceof Value.Entries(var entries)
                        && components.entrySet().stream()
                                .allMatch(component -> entries.containsKey(component.getKey())
                                        && fits(component.getValue(), entries.get(component.getKey()), allowed));
            case FeelType.Function(var parameters, var result) ->
                value instanceof Value.Func(var own, var body, var gives)
                        && own.size() == parameters.size()
                        && (gives == Basic.ANY || conforms(gives, result))
                        && conformAll(parameters, own);
            case FeelType.RangeOf(var of)
            when value instanceof Value.Only(var only, var negated) -> fits(of, only, allowed);
            case FeelType.RangeOf(var of) ->
                value instanceof Value.Span(var low, var lowIncluded, var high, var highIncluded)
                        && fits(of, low, allowed)
                        && fits(of, high, allowed);
            case FeelType.Restricted(var of, var cell) -> holds(of, value, allowed) && allowed.by(cell, value);
        };
    }

    /** Asks whether a cell of allowed values accepts a value. */
    interface Allowed {
        boolean by(Cell cell, Value value);
    }

    private static boolean fits(FeelType type, Value value, Allowed allowed) {
        return value.isNothing() || holds(type, value, allowed);
    }

    private static boolean holds(Basic type, Value value) {
        return switch (type) {
            case ANY -> !value.isNothing();
            case NULL -> value.isNothing();
            case NUMBER -> value instanceof Value.Num;
            case STRING -> value instanceof Value.Txt;
            case BOOLEAN -> value instanceof Value.Truth;
            case DATE -> value instanceof Value.Day;
            case TIME -> value instanceof Value.Clock;
            case DATE_AND_TIME -> value instanceof Value.Moment;
            case DAYS_AND_TIME_DURATION -> value instanceof Value.Lasting;
            case YEARS_AND_MONTHS_DURATION -> value instanceof Value.Months;
        };
    }

    private static boolean conformAll(List<FeelType> asked, List<Expr.Parameter> own) {
        for (int i = 0; i < asked.size(); i++) {
            if (!conforms(asked.get(i), own.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    /** Whether every value of the one type is a value of the other. */
    static boolean conforms(FeelType type, FeelType to) {
        if (to == Basic.ANY || type == Basic.NULL || type.equals(to)) {
            return true;
        }
        return switch (type) {
            case FeelType.Restricted(var of, var cell) -> conforms(of, to);
            case FeelType.ListOf(var item) -> to instanceof FeelType.ListOf(var other) && conforms(item, other);
            case FeelType.RangeOf(var of) -> to instanceof FeelType.RangeOf(var other) && conforms(of, other);
            case FeelType.Context(var components) ->
                to instanceof FeelType.Context(var others)
                        && others.entrySet().stream()
                                .allMatch(other -> components.containsKey(other.getKey())
                                        && conforms(components.get(other.getKey()), other.getValue()));
            case FeelType.Function(var parameters, var result) ->
                to instanceof FeelType.Function(var others, var other)
                        && parameters.size() == others.size()
                        && conforms(result, other);
            case Basic ignored -> false;
        };
    }

    /**
     * The value as a declared type takes it: one value for a list of one and the other way round, a date for its
     * midnight; a value of another type is nothing.
     */
    static Value fitted(FeelType type, Value value, Allowed allowed) {
        if (value.isNothing() || value.isUnknown() || type == Basic.ANY || holds(type, value, allowed)) {
            return value;
        }
        if (plain(type) instanceof FeelType.ListOf
                && !(value instanceof Value.Items)
                && holds(type, new Value.Items(List.of(value)), allowed)) {
            return new Value.Items(List.of(value));
        }
        if (value instanceof Value.Items(var items) && items.size() == 1 && holds(type, items.getFirst(), allowed)) {
            return items.getFirst();
        }
        if (value instanceof Value.Day(var day) && plain(type) == Basic.DATE_AND_TIME) {
            return new Value.Moment(day.atStartOfDay(), Optional.of(java.time.ZoneOffset.UTC));
        }
        return Value.nothing();
    }

    private static FeelType plain(FeelType type) {
        return type instanceof FeelType.Restricted(var of, var cell) ? plain(of) : type;
    }
}
