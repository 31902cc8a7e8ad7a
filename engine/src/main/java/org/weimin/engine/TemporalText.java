package org.weimin.engine;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates, times and durations as FEEL writes them (XML Schema's forms, and {@code @Area/City} for a zone). */
final class TemporalText {
    private static final String DATE = "(?<year>-?(?:[1-9]\\d{4,8}|\\d{4}))-(?<month>\\d{2})-(?<day>\\d{2})";
    private static final String TIME =
            "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?:\\.(?<fraction>\\d{1,9})\\d*)?"
                    + "(?:(?<offset>Z|[+-]\\d{2}:\\d{2}(?::\\d{2})?)|@(?<zone>[A-Za-z0-9_+/-]+))?";
    private static final Pattern A_DATE = Pattern.compile(DATE);
    private static final Pattern A_TIME = Pattern.compile("T?" + TIME);
    private static final Pattern A_MOMENT = Pattern.compile(DATE + "(?:T" + TIME + ")?");
    private static final Pattern MONTHS = Pattern.compile("(-?)P(?=\\d)(?:(\\d+)Y)?(?:(\\d+)M)?");
    private static final Pattern LASTING = Pattern.compile(
            "(-?)P(?=[\\dT])(?:(\\d+)D)?(?:T(?=\\d)(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.(\\d{0,9})\\d*)?S)?)?");

    private TemporalText() {}

    /** A date, a time, a moment or a duration; nothing where the text is none of them. */
    static Value any(String text) {
        for (Value read : new Value[] {date(text), time(text), moment(text), duration(text)}) {
            if (!read.isNothing()) {
                return read;
            }
        }
        return Value.nothing();
    }

    static Value date(String text) {
        Matcher date = A_DATE.matcher(text);
        return date.matches() ? attempt(() -> new Value.Day(day(date))) : Value.nothing();
    }

    static Value time(String text) {
        Matcher time = A_TIME.matcher(text);
        return time.matches() ? attempt(() -> new Value.Clock(clock(time), zone(time))) : Value.nothing();
    }

    static Value moment(String text) {
        Matcher moment = A_MOMENT.matcher(text);
        if (!moment.matches()) {
            return Value.nothing();
        }
        return attempt(() -> {
            if (moment.group("hour") == null) {
                return new Value.Moment(day(moment).atStartOfDay(), Optional.empty());
            }
            boolean endOfDay = text.contains("T24:00:00");
            LocalDateTime at = endOfDay
                    ? day(moment).plusDays(1).atStartOfDay()
                    : day(moment).atTime(clock(moment));
            return new Value.Moment(at, zone(moment));
        });
    }

    static Value duration(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            return attempt(() -> new Value.Months(sign(months)
                    * Math.addExact(Math.multiplyExact(12, whole(months.group(2))), whole(months.group(3)))));
        }
        Matcher lasting = LASTING.matcher(text);
        if (!lasting.matches()) {
            return Value.nothing();
        }
        return attempt(() -> new Value.Lasting(Duration.ofDays(whole(lasting.group(2)))
                .plusHours(whole(lasting.group(3)))
                .plusMinutes(whole(lasting.group(4)))
                .plusSeconds(whole(lasting.group(5)))
                .plusNanos(nanos(lasting.group(6)))
                .multipliedBy(sign(lasting))));
    }

    /** The zone of an offset or a place; refuses what is none. */
    static ZoneId zone(String name) {
        return name.startsWith("Z") || name.startsWith("+") || name.startsWith("-")
                ? ZoneOffset.of(name)
                : ZoneId.of(name);
    }

    static String write(Value value) {
        return switch (value) {
            case Value.Day(var day) -> written(day);
            case Value.Clock(var time, var zone) -> written(time) + written(zone);
            case Value.Moment(var at, var zone) ->
                written(at.toLocalDate()) + "T" + written(at.toLocalTime()) + written(zone);
            case Value.Months(var months) -> {
                long years = Math.abs(months / 12);
                long rest = Math.abs(months % 12);
                yield (months < 0 ? "-P" : "P") + part(years, "Y") + (rest > 0 || years == 0 ? rest + "M" : "");
            }
            case Value.Lasting(var duration) -> written(duration);
            default -> throw new IllegalArgumentException("Not a date, time or duration: " + value);
        };
    }

    private interface Reading {
        Value read();
    }

    private static Value attempt(Reading reading) {
        try {
            return reading.read();
        } catch (DateTimeException | ArithmeticException | NumberFormatException malformed) {
            return Value.nothing();
        }
    }

    private static LocalDate day(Matcher text) {
        return LocalDate.of(
                Integer.parseInt(text.group("year")),
                Integer.parseInt(text.group("month")),
                Integer.parseInt(text.group("day")));
    }

    private static LocalTime clock(Matcher text) {
        return LocalTime.of(
                Integer.parseInt(text.group("hour")),
                Integer.parseInt(text.group("minute")),
                Integer.parseInt(text.group("second")),
                nanos(text.group("fraction")));
    }

    private static Optional<ZoneId> zone(Matcher text) {
        return Optional.ofNullable(text.group("offset"))
                .or(() -> Optional.ofNullable(text.group("zone")))
                .map(TemporalText::zone);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static long whole(@Nullable String digits) {
        return digits == null ? 0 : new BigInteger(digits).longValueExact();
    }

    private static int sign(Matcher text) {
        return "-".equals(text.group(1)) ? -1 : 1;
    }

    private static String written(LocalDate day) {
        String year = String.format(java.util.Locale.ROOT, "%04d", Math.abs(day.getYear()));
        return (day.getYear() < 0 ? "-" : "")
                + year
                + String.format(java.util.Locale.ROOT, "-%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
    }

    private static String written(LocalTime time) {
        String seconds = String.format(
                java.util.Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        return seconds + fraction(time.getNano());
    }

    private static String fraction(int nanos) {
        return nanos == 0
                ? ""
                : String.format(java.util.Locale.ROOT, ".%09d", nanos).replaceFirst("0+$", "");
    }

    private static String written(Optional<ZoneId> zone) {
        return zone.map(id -> id instanceof ZoneOffset ? id.getId() : "@" + id.getId())
                .orElse("");
    }

    private static String written(Duration duration) {
        if (duration.isZero()) {
            return "PT0S";
        }
        Duration length = duration.abs();
        String seconds = length.toSecondsPart() == 0 && length.toNanosPart() == 0
                ? ""
                : length.toSecondsPart() + fraction(length.toNanosPart()) + "S";
        String time = part(length.toHoursPart(), "H") + part(length.toMinutesPart(), "M") + seconds;
        return (duration.isNegative() ? "-P" : "P")
                + part(length.toDaysPart(), "D")
                + (time.isEmpty() ? "" : "T" + time);
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
