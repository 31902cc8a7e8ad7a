package org.weimin.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.DayBegan;
import org.weimin.kernel.BusinessClock;

/** The business clock of tests: it stands still until a test sets it. */
public final class TestClock implements BusinessClock {
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 3);
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private volatile Instant now = at(FIRST_DAY);

    private TestClock(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Nine o'clock in the morning of the day; nothing else happens. */
    public void set(LocalDate day) {
        now = at(day);
    }

    /** Lives through every day up to and including this one, as the office does: what is due is worked. */
    public void liveThrough(LocalDate day) {
        for (LocalDate next = today().plusDays(1); !next.isAfter(day); next = next.plusDays(1)) {
            set(next);
            var began = new DayBegan(next);
            As.system(() -> transaction.executeWithoutResult(status -> events.publishEvent(began)));
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
    }

    /** Puts this clock in the place of the home's. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Given {
        @Bean
        @Primary
        static TestClock testClock(ApplicationEventPublisher events, TransactionTemplate transaction) {
            return new TestClock(events, transaction);
        }
    }
}
