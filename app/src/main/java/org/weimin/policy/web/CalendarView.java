package org.weimin.policy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.weimin.kernel.WorkCalendar;

/** What the calendar page prints: which years have their notice. */
public record CalendarView(List<Year> years) {
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 1;

    public record Year(int year, boolean isLoaded, long workdays) {}

    static CalendarView of(WorkCalendar calendar, LocalDate today) {
        return new CalendarView(IntStream.rangeClosed(today.getYear() - YEARS_BACK, today.getYear() + YEARS_AHEAD)
                .mapToObj(year -> new Year(
                        year,
                        calendar.isNoticeLoaded(year),
                        LocalDate.of(year, 1, 1)
                                .datesUntil(LocalDate.of(year + 1, 1, 1))
                                .filter(calendar::isWorkday)
                                .count()))
                .toList());
    }
}
