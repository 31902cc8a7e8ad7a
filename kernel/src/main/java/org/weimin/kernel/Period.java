package org.weimin.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** 期间: days from {@code from} (inclusive) until {@code until} (exclusive), or without an end. */
public record Period(LocalDate from, Optional<LocalDate> until) {
    public Period {
        if (until.isPresent() && !until.get().isAfter(from)) {
            throw new IllegalArgumentException("An empty period: " + from + " until " + until.get());
        }
    }

    public static Period since(LocalDate from) {
        return new Period(from, Optional.empty());
    }

    public static Period between(LocalDate from, LocalDate until) {
        return new Period(from, Optional.of(until));
    }

    public static Period of(YearMonth month) {
        return between(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    public boolean overlaps(Period other) {
        return until.map(other.from::isBefore).orElse(true)
                && other.until.map(from::isBefore).orElse(true);
    }
}
