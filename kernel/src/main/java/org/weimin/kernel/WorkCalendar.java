package org.weimin.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 工作日历: which days the offices work, by the State Council's yearly notices (全国年节及纪念日放假办法).
 * A year without a loaded notice answers provisionally: weekends and the fixed statutory days are off, no make-up days.
 */
public final class WorkCalendar {
    /** Whether a day is off although a weekday, or worked although a weekend. */
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }

    /** A computed day; provisional when the notice of a year it passed through is not loaded. */
    public record Due(LocalDate on, boolean provisional) {}

    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Map<LocalDate, Kind> exceptions;
    private final Set<Integer> years;

    public WorkCalendar(Map<LocalDate, Kind> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
        this.years = exceptions.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isNoticeLoaded(int year) {
        return years.contains(year);
    }

    public boolean isWorkday(LocalDate day) {
        Kind exception = exceptions.get(day);
        if (exception != null) {
            return exception == Kind.WORKDAY;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean fixed = !isNoticeLoaded(day.getYear()) && FIXED_HOLIDAYS.contains(MonthDay.from(day));
        return !weekend && !fixed;
    }

    /** The day on which a period of working days ends; the first day is not counted (民法典 第二百零一条). */
    public Due plusWorkdays(LocalDate start, int workdays) {
        LocalDate day = start;
        for (int left = workdays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) {
                left--;
            }
        }
        return due(start, day);
    }

    /** Calendar days, ending on the first working day when the last one is a rest day (民法典 第二百零三条). */
    public Due plusDaysRolled(LocalDate start, int days) {
        LocalDate day = start.plusDays(days);
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        return due(start, day);
    }

    /** Working days after {@code from} up to and including {@code through}; negative when it lies behind. */
    public int workdaysBetween(LocalDate from, LocalDate through) {
        if (through.isBefore(from)) {
            return -workdaysBetween(through, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(through.plusDays(1))
                .filter(this::isWorkday)
                .count();
    }

    /** The first year from the given day on whose notice is missing. */
    public Optional<Integer> firstMissingYear(LocalDate from, LocalDate through) {
        return java.util.stream.IntStream.rangeClosed(from.getYear(), through.getYear())
                .filter(year -> !isNoticeLoaded(year))
                .boxed()
                .findFirst();
    }

    private Due due(LocalDate start, LocalDate end) {
        return new Due(end, firstMissingYear(start, end).isPresent());
    }
}
