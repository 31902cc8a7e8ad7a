package org.weimin.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.weimin.home.internal.HomeClock;
import org.weimin.kernel.Refused;
import org.weimin.testing.RoomTest;

@RoomTest
class BusinessDaysTest {
    @Autowired
    BusinessDays days;

    @Autowired
    HomeClock clock;

    @Autowired
    ConfigurableApplicationContext application;

    DaysSeen seen;
    ApplicationListener<?> listener;

    @BeforeEach
    void up_to_date() {
        days.work();
        seen = new DaysSeen(clock);
        listener = ApplicationListener.forPayload((DayBegan began) -> seen.on(began));
        application.addApplicationListener(listener);
    }

    @AfterEach
    void stop_listening() {
        application.removeApplicationListener(listener);
    }

    @Test
    void a_week_ahead_begins_seven_days_in_order_each_on_its_own_day() {
        LocalDate today = clock.today();
        days.advance(7);
        assertThat(days.isUpToDate()).isFalse();
        days.work();
        assertThat(seen.days)
                .isEqualTo(today.plusDays(1).datesUntil(today.plusDays(8)).toList());
        assertThat(seen.clockOnThatDay).endsWith(seen.days.toArray(LocalDate[]::new));
        assertThat(clock.today()).isEqualTo(today.plusDays(7));
        assertThat(days.workedThrough()).isEqualTo(today.plusDays(7));
        assertThat(days.isUpToDate()).isTrue();
    }

    @Test
    void what_happened_some_days_ago_leaves_the_office_where_it_stands() {
        LocalDate today = clock.today();
        var then = new ArrayList<LocalDate>();
        days.ago(40, () -> then.add(clock.today()));
        assertThat(then).containsExactly(today.minusDays(40));
        assertThat(clock.today()).isEqualTo(today);
        assertThat(seen.days).isEmpty();
    }

    @Test
    void a_day_that_fails_is_not_passed_over() {
        LocalDate today = clock.today();
        seen.failOn = today.plusDays(2);
        days.advance(3);
        assertThatThrownBy(days::work).hasMessage("that day fails");
        assertThat(days.workedThrough()).isEqualTo(today.plusDays(1));
        assertThat(clock.today()).isEqualTo(today.plusDays(1));
        seen.failOn = LocalDate.MIN;
        days.work();
        assertThat(days.workedThrough()).isEqualTo(today.plusDays(3));
    }

    @Test
    void two_instances_begin_each_day_once() throws Exception {
        days.advance(20);
        var start = new CountDownLatch(1);
        try (var instances = Executors.newFixedThreadPool(2)) {
            var one = instances.submit(() -> {
                start.await();
                days.work();
                return true;
            });
            var two = instances.submit(() -> {
                start.await();
                days.work();
                return true;
            });
            start.countDown();
            assertThat(one.get()).isEqualTo(two.get());
        }
        assertThat(seen.days).hasSize(20).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void the_clock_never_goes_back() {
        for (int wrong : List.of(-1, 0, 4_000)) {
            assertThatThrownBy(() -> days.advance(wrong)).isInstanceOf(Refused.class);
        }
    }

    /** Stands for the rooms that listen. */
    static class DaysSeen {
        final List<LocalDate> days = new ArrayList<>();
        final List<LocalDate> clockOnThatDay = new ArrayList<>();
        LocalDate failOn = LocalDate.MIN;
        private final HomeClock clock;

        DaysSeen(HomeClock clock) {
            this.clock = clock;
        }

        synchronized void on(DayBegan began) {
            if (began.day().equals(failOn)) {
                throw new IllegalStateException("that day fails");
            }
            days.add(began.day());
            clockOnThatDay.add(clock.today());
        }
    }
}
