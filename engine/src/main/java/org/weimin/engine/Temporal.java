package org.weimin.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Value.Clock;
import org.weimin.engine.Value.Day;
import org.weimin.engine.Value.Lasting;
import org.weimin.engine.Value.Moment;
import org.weimin.engine.Value.Months;
import org.weimin.engine.Value.Num;

/** Adding, subtracting and ordering dates, times and durations; texts are joined by a plus. */
final class Temporal {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private Temporal() {}

    static Value arithmetic(Op op, Value left, Value right) {
        try {
            return switch (op) {
                case PLUS -> plus(left, right);
                case MINUS -> minus(left, right);
                case TIMES -> times(left, right);
                case DIVIDED -> divided(left, right);
                default -> Value.nothing();
            };
        } catch (DateTimeException | ArithmeticException beyond) {
            return Value.nothing();
        }
    }

    private static Value plus(Value left, Value right) {
        if (left instanceof Value.Txt(var a) && right instanceof Value.Txt(var b)) {
            Value joined = new Value.Txt(a + b);
            Effort.check(joined);
            return joined;
        }
        return switch (right) {
            case Lasting(var duration) -> later(left, duration);
            case Months(var months) -> later(left, months);
            default -> left instanceof Lasting || left instanceof Months ? plusDuration(right, left) : Value.nothing();
        };
    }

    private static Value plusDuration(Value point, Value duration) {
        return point instanceof Day || point instanceof Moment || point instanceof Clock
                ? plus(point, duration)
                : Value.nothing();
    }

    private static Value later(Value from, Duration by) {
        return switch (from) {
            case Day(var day) -> new Day(day.atStartOfDay().plus(by).toLocalDate());
            case Moment(var at, var zone) -> new Moment(at.plus(by), zone);
            case Clock(var time, var zone) -> new Clock(time.plus(by), zone);
            case Lasting(var duration) -> new Lasting(duration.plus(by));
            default -> Value.nothing();
        };
    }

    private static Value later(Value from, long months) {
        return switch (from) {
            case Day(var day) -> new Day(day.plusMonths(months));
            case Moment(var at, var zone) -> new Moment(at.plusMonths(months), zone);
            case Months(var others) -> new Months(Math.addExact(others, months));
            default -> Value.nothing();
        };
    }

    private static Value minus(Value left, Value right) {
        if (right instanceof Lasting(var duration)) {
            return later(left, duration.negated());
        }
        if (right instanceof Months(var months)) {
            return later(left, Math.negateExact(months));
        }
        if (left instanceof Clock(var a, var zone) && right instanceof Clock(var b, var other)) {
            return zone.isPresent() == other.isPresent()
                    ? new Lasting(Duration.between(onAnyDay(b, other), onAnyDay(a, zone)))
                    : Value.nothing();
        }
        Optional<Moment> until = moment(left);
        Optional<Moment> from = moment(right);
        boolean alike = until.map(moment -> moment.zone().isPresent())
                .equals(from.map(moment -> moment.zone().isPresent()));
        return alike && until.isPresent() && from.isPresent()
                ? new Lasting(Duration.between(utc(from.get()), utc(until.get())))
                : Value.nothing();
    }

    private static Instant utc(Moment moment) {
        return moment.at().atZone(moment.zone().orElse(ZoneOffset.UTC)).toInstant();
    }

    /** A date stands for its midnight in the zone of Greenwich. */
    static Optional<Moment> moment(Value value) {
        return switch (value) {
            case Moment moment -> Optional.of(moment);
            case Day(var day) -> Optional.of(new Moment(day.atStartOfDay(), Optional.of(ZoneOffset.UTC)));
            default -> Optional.empty();
        };
    }

    private static Value times(Value left, Value right) {
        if (left instanceof Num && !(right instanceof Num)) {
            return times(right, left);
        }
        if (!(right instanceof Num(var factor))) {
            return Value.nothing();
        }
        return switch (left) {
            case Lasting(var duration) -> lasting(nanos(duration).multiply(factor));
            case Months(var months) -> months(BigDecimal.valueOf(months).multiply(factor));
            default -> Value.nothing();
        };
    }

    private static Value divided(Value left, Value right) {
        return switch (right) {
            case Num(var by)
            when left instanceof Lasting(var duration) ->
                lasting(nanos(duration).divide(by, Decimals.DIGITS));
            case Num(var by)
            when left instanceof Months(var months) ->
                months(BigDecimal.valueOf(months).divide(by, Decimals.DIGITS));
            case Lasting(var by)
            when left instanceof Lasting(var duration) ->
                new Num(nanos(duration).divide(nanos(by), Decimals.DIGITS));
            case Months(var by)
            when left instanceof Months(var months) ->
                new Num(BigDecimal.valueOf(months).divide(BigDecimal.valueOf(by), Decimals.DIGITS));
            default -> Value.nothing();
        };
    }

    private static BigDecimal nanos(Duration duration) {
        return new BigDecimal(
                BigInteger.valueOf(duration.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(duration.getNano())));
    }

    private static Lasting lasting(BigDecimal nanos) {
        BigInteger[] parts = nanos.setScale(0, RoundingMode.DOWN).toBigInteger().divideAndRemainder(NANOS);
        return new Lasting(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    private static Months months(BigDecimal months) {
        return new Months(months.setScale(0, RoundingMode.DOWN).toBigInteger().longValueExact());
    }

    static Value negated(Value value) {
        return switch (value) {
            case Lasting(var duration) -> new Lasting(duration.negated());
            case Months(var months) -> new Months(-months);
            default -> Value.nothing();
        };
    }

    static Optional<Integer> order(Value left, Value right) {
        if (left instanceof Day(var a) && right instanceof Day(var b)) {
            return Optional.of(a.compareTo(b));
        }
        if (left instanceof Lasting(var a) && right instanceof Lasting(var b)) {
            return Optional.of(a.compareTo(b));
        }
        if (left instanceof Months(var a) && right instanceof Months(var b)) {
            return Optional.of(Long.compare(a, b));
        }
        if (left instanceof Moment a && right instanceof Moment b) {
            return a.zone().isPresent() == b.zone().isPresent()
                    ? Optional.of(utc(a).compareTo(utc(b)))
                    : Optional.empty();
        }
        if (left instanceof Clock(var a, var zone) && right instanceof Clock(var b, var other)) {
            return zone.isPresent() == other.isPresent()
                    ? Optional.of(onAnyDay(a, zone).compareTo(onAnyDay(b, other)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static LocalDateTime onAnyDay(LocalTime time, Optional<ZoneId> zone) {
        return zone.map(id -> ZonedDateTime.of(ANY_DAY, time, id)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime())
                .orElse(time.atDate(ANY_DAY));
    }
}
