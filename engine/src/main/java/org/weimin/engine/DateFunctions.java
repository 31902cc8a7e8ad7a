package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.three;
import static org.weimin.engine.Builtins.two;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Value.Clock;
import org.weimin.engine.Value.Day;
import org.weimin.engine.Value.Lasting;
import org.weimin.engine.Value.Moment;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Txt;

/** FEEL's functions of dates, times and durations. */
final class DateFunctions {
    private DateFunctions() {}

    static List<Signature> all() {
        return Stream.of(made(), asked()).flatMap(List::stream).toList();
    }

    private static List<Signature> made() {
        return List.of(
                Signature.of("@(text)", one(Txt.class, text -> TemporalText.any(text.text()))),
                Signature.of("date(from)", one(Value.class, DateFunctions::date)),
                Signature.of(
                        "date(year, month, day)",
                        three(Num.class, Num.class, Num.class, (year, month, day) -> new Day(day(year, month, day)))),
                Signature.of("time(from)", one(Value.class, DateFunctions::time)),
                Signature.of(
                        "time(hour, minute, second)",
                        three(
                                Num.class,
                                Num.class,
                                Num.class,
                                (hour, minute, second) -> new Clock(clock(hour, minute, second), Optional.empty()))),
                Signature.of("time(hour, minute, second, offset)", DateFunctions::timeAt),
                Signature.of("date and time(from)", one(Value.class, DateFunctions::moment)),
                Signature.of("date and time(date, time)", two(Value.class, Clock.class, DateFunctions::moment)),
                Signature.of("duration(from)", one(Txt.class, text -> TemporalText.duration(text.text()))),
                Signature.of(
                        "years and months duration(from, to)", two(Value.class, Value.class, DateFunctions::between)));
    }

    private static List<Signature> asked() {
        return List.of(
                Signature.of(
                        "is(value1, value2)",
                        two(
                                Value.class,
                                Value.class,
                                (a, b) -> Value.truth(a.getClass() == b.getClass() && a.same(b)))),
                Signature.of("day of year(date)", ofDay(day -> Num.of(day.getDayOfYear()))),
                Signature.of("week of year(date)", ofDay(day -> Num.of(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))),
                Signature.of(
                        "day of week(date)",
                        ofDay(day -> new Txt(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)))),
                Signature.of(
                        "month of year(date)",
                        ofDay(day -> new Txt(day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)))));
    }

    static Value years(Value from, Value until) {
        if (from instanceof Day(var start) && until instanceof Day(var end)) {
            return Num.of(ChronoUnit.YEARS.between(start, end));
        }
        return from.isUnknown() || until.isUnknown()
                ? Value.unknown(from, until, Range.ANY)
                : Properties.of(between(from, until), "years");
    }

    private static Value.Func.Body ofDay(Function<LocalDate, Value> function) {
        return one(
                Value.class,
                value -> Temporal.moment(value)
                        .map(moment -> function.apply(moment.at().toLocalDate()))
                        .orElse(Value.nothing()));
    }

    private static LocalDate day(Num year, Num month, Num day) {
        return LocalDate.of(exact(year), exact(month), exact(day));
    }

    private static int exact(Num number) {
        return number.number().intValueExact();
    }

    private static LocalTime clock(Num hour, Num minute, Num second) {
        BigDecimal whole = second.number().setScale(0, RoundingMode.DOWN);
        int nanos = second.number().subtract(whole).movePointRight(9).intValue();
        return LocalTime.of(exact(hour), exact(minute), whole.intValueExact(), nanos);
    }

    private static Value date(Value from) {
        return switch (from) {
            case Txt(var text) -> TemporalText.date(text);
            case Day day -> day;
            case Moment(var at, var zone) -> new Day(at.toLocalDate());
            default -> Value.nothing();
        };
    }

    private static Value time(Value from) {
        return switch (from) {
            case Txt(var text) -> TemporalText.time(text);
            case Clock clock -> clock;
            case Day ignored -> new Clock(LocalTime.MIDNIGHT, Optional.of(ZoneOffset.UTC));
            case Moment(var at, var zone) -> new Clock(at.toLocalTime(), zone);
            default -> Value.nothing();
        };
    }

    private static Value timeAt(List<Value> arguments) {
        Value time = three(
                        Num.class,
                        Num.class,
                        Num.class,
                        (hour, minute, second) -> new Clock(clock(hour, minute, second), Optional.empty()))
                .apply(arguments.subList(0, 3));
        if (!(time instanceof Clock(var clock, var none))) {
            return Value.nothing();
        }
        return switch (arguments.get(3)) {
            case Value.Nothing ignored -> time;
            case Lasting(var offset) ->
                new Clock(clock, Optional.of(ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.toSeconds()))));
            default -> Value.nothing();
        };
    }

    private static Value moment(Value from) {
        return switch (from) {
            case Txt(var text) -> TemporalText.moment(text);
            case Day(var day) -> new Moment(day.atStartOfDay(), Optional.empty());
            case Moment moment -> moment;
            default -> Value.nothing();
        };
    }

    private static Value moment(Value date, Clock time) {
        return Temporal.moment(date)
                .<Value>map(moment -> new Moment(moment.at().toLocalDate().atTime(time.time()), time.zone()))
                .orElse(Value.nothing());
    }

    /** Whole months from one day to another. */
    static Value between(Value from, Value until) {
        Optional<Moment> start = Temporal.moment(from);
        Optional<Moment> end = Temporal.moment(until);
        if (start.isEmpty() || end.isEmpty()) {
            return Value.nothing();
        }
        LocalDate first = start.get().at().toLocalDate();
        LocalDate last = end.get().at().toLocalDate();
        return new Value.Months(first.until(last, ChronoUnit.MONTHS));
    }
}
