package org.weimin.demo.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.home.BusinessDays;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** The demo's clock: anybody who tries the demo may let days pass. This door does not exist in a real office. */
@Controller
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
class ClockPage {
    private static final int MOST_DAYS_AT_ONCE = 62;

    private final BusinessDays days;
    private final BusinessClock clock;

    ClockPage(BusinessDays days, BusinessClock clock) {
        this.days = days;
        this.clock = clock;
    }

    @GetMapping("/demo/clock")
    @OpenToAll
    Page show() {
        return Page.of("demo/clock", new ClockView(clock.today(), firstOfNextMonth()));
    }

    /** Lets the days pass and comes back when each of them has been worked. */
    @PostMapping("/demo/clock")
    @OpenToAll
    Page pass(@RequestParam LocalDate until) {
        long wanted = ChronoUnit.DAYS.between(clock.today(), until);
        if (wanted < 1 || wanted > MOST_DAYS_AT_ONCE) {
            throw new Refused("demo.clock.range", MOST_DAYS_AT_ONCE);
        }
        days.advance((int) wanted);
        days.work();
        return Page.redirect("/demo/clock", "demo.clock.passed", clock.today().toString());
    }

    private LocalDate firstOfNextMonth() {
        return clock.today().plusMonths(1).withDayOfMonth(1);
    }
}
