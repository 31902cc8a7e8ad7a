package org.weimin.benefits.internal;

import java.time.YearMonth;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.home.DayBegan;

/** On the first day of a month everything that is due for it is owed. */
@Component
class AccrueOnFirstDay {
    private final Benefits benefits;

    AccrueOnFirstDay(Benefits benefits) {
        this.benefits = benefits;
    }

    @EventListener
    void on(DayBegan event) {
        if (event.day().getDayOfMonth() == 1) {
            benefits.accrue(YearMonth.from(event.day()));
        }
    }
}
