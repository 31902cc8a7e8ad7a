package org.weimin.engine;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.weimin.engine.Value.Num;

/** What may be asked of a value by a dot: an entry of a context, the year of a date, the start of a range. */
final class Properties {
    private Properties() {}

    static Value of(Value value, String name) {
        return switch (value) {
            case Value.Entries(var entries) -> entries.getOrDefault(name, Value.nothing());
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(item -> of(item, name)).toList());
            case Value.Day(var day) -> of(day, name);
            case Value.Clock(var time, var zone) -> of(time, zone, LocalDate.EPOCH, name);
            case Value.Moment(var at, var zone) -> {
                Value ofDay = of(at.toLocalDate(), name);
                yield ofDay.isNothing() ? of(at.toLocalTime(), zone, at.toLocalDate(), name) : ofDay;
            }
            case Value.Lasting(var duration) -> of(duration, name);
            case Value.Months(var months) ->
                switch (name) {
                    case "years" -> Num.of(months / 12);
                    case "months" -> Num.of(months % 12);
                    default -> Value.nothing();
                };
            case Value.Span span -> of(span, name);
            case Value.Only(var only, var negated) when !negated -> of(new Value.Span(only, true, only, true), name);
            case Value.Unknown unknown -> unknown;
            default -> Value.nothing();
        };
    }

    private static Value of(LocalDate day, String name) {
        return switch (name) {
            case "year" -> Num.of(day.getYear());
            case "month" -> Num.of(day.getMonthValue());
            case "day" -> Num.of(day.getDayOfMonth());
            case "weekday" -> Num.of(day.getDayOfWeek().getValue());
            default -> Value.nothing();
        };
    }

    private static Value of(LocalTime time, Optional<ZoneId> zone, LocalDate on, String name) {
        return switch (name) {
            case "hour" -> Num.of(time.getHour());
            case "minute" -> Num.of(time.getMinute());
            case "second" -> Num.of(time.getSecond());
            case "time offset" ->
                zone.<Value>map(id -> new Value.Lasting(Duration.ofSeconds(
                                id.getRules().getOffset(on.atTime(time)).getTotalSeconds())))
                        .orElse(Value.nothing());
            case "timezone" ->
                zone.filter(id -> !(id instanceof ZoneOffset))
                        .<Value>map(id -> new Value.Txt(id.getId()))
                        .orElse(Value.nothing());
            default -> Value.nothing();
        };
    }

    private static Value of(Duration duration, String name) {
        return switch (name) {
            case "days" -> Num.of(duration.toDaysPart());
            case "hours" -> Num.of(duration.toHoursPart());
            case "minutes" -> Num.of(duration.toMinutesPart());
            case "seconds" -> Num.of(duration.toSecondsPart());
            default -> Value.nothing();
        };
    }

    private static Value of(Value.Span span, String name) {
        return switch (name) {
            case "start" -> span.low();
            case "end" -> span.high();
            case "start included" -> Value.truth(span.lowIncluded());
            case "end included" -> Value.truth(span.highIncluded());
            default -> Value.nothing();
        };
    }
}
