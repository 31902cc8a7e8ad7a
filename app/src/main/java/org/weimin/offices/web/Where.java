package org.weimin.offices.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.offices.CountFilter;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** Which place, month and day an address asks about; what is left out is the official's own area, and today. */
@Component
class Where {
    private static final int MONTHS = 12;
    private final Access access;
    private final BusinessClock clock;

    Where(Access access, BusinessClock clock) {
        this.access = access;
        this.clock = clock;
    }

    DivisionCode place(String typed) {
        try {
            var place = typed.isBlank() ? Acting.staff().area() : new DivisionCode(typed.strip());
            access.requireArea(place);
            return place;
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(typed);
        }
    }

    LocalDate today() {
        return clock.today();
    }

    /** Nothing is known of the days to come. */
    LocalDate day(String typed) {
        try {
            LocalDate day = typed.isBlank() ? clock.today() : LocalDate.parse(typed.strip());
            return day.isAfter(clock.today()) ? clock.today() : day;
        } catch (DateTimeException malformed) {
            throw new NotFound(typed);
        }
    }

    YearMonth month(String typed) {
        try {
            YearMonth now = YearMonth.from(clock.today());
            YearMonth month = typed.isBlank() ? now : YearMonth.parse(typed.strip());
            return month.isAfter(now) ? now : month;
        } catch (DateTimeException malformed) {
            throw new NotFound(typed);
        }
    }

    /** The months that may be chosen, this one first. */
    List<Option> months() {
        YearMonth now = YearMonth.from(clock.today());
        return IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(month -> new Option(month.toString(), Texts.month(month)))
                .toList();
    }

    /** The address of the list that a count opens. */
    static String list(CountFilter filter) {
        return "/offices/list/" + filter.measure() + "?place=" + filter.place() + "&month=" + filter.month()
                + filter.handler().map(staff -> "&handler=" + staff).orElse("");
    }
}
