package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.WorkCalendar;
import org.weimin.kernel.WorkCalendar.Kind;

class DeadlineTest {
    private static final WorkCalendar CALENDAR = new WorkCalendar(Map.of(
            LocalDate.of(2026, 10, 1), Kind.HOLIDAY,
            LocalDate.of(2026, 10, 2), Kind.HOLIDAY,
            LocalDate.of(2026, 10, 5), Kind.HOLIDAY,
            LocalDate.of(2026, 10, 6), Kind.HOLIDAY,
            LocalDate.of(2026, 10, 7), Kind.HOLIDAY,
            LocalDate.of(2026, 10, 10), Kind.WORKDAY));

    @Test
    void working_days_skip_the_holidays_and_count_the_made_up_saturday() {
        assertThat(deadline(LocalDate.of(2026, 9, 29), Deadline.Length.workdays(4))
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void days_of_publicity_do_not_end_on_a_rest_day() {
        assertThat(deadline(LocalDate.of(2026, 9, 24), Deadline.Length.days(7)).dueOn())
                .isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void months_end_on_the_same_day_of_the_last_month_or_on_its_last_day() {
        assertThat(deadline(LocalDate.of(2026, 8, 3), Deadline.Length.months(3)).dueOn())
                .isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(deadline(LocalDate.of(2026, 8, 31), Deadline.Length.months(1))
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(deadline(LocalDate.of(2026, 7, 2), Deadline.Length.months(3)).dueOn())
                .as("the second of October is a rest day")
                .isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void days_that_wait_for_a_supplement_do_not_count() {
        var running = deadline(LocalDate.of(2026, 11, 2), Deadline.Length.workdays(5));
        assertThat(running.dueOn()).isEqualTo(LocalDate.of(2026, 11, 9));
        var pause = new Deadline.Pause(LocalDate.of(2026, 11, 4), Optional.of(LocalDate.of(2026, 11, 6)));
        assertThat(withPauses(running, List.of(pause)).recount(CALENDAR).dueOn())
                .isEqualTo(LocalDate.of(2026, 11, 11));
    }

    @Test
    void a_paused_deadline_is_not_overdue() {
        var pause = new Deadline.Pause(LocalDate.of(2026, 11, 4), Optional.empty());
        var paused = withPauses(deadline(LocalDate.of(2026, 11, 2), Deadline.Length.workdays(5)), List.of(pause));
        assertThat(paused.isOverdueOn(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(paused.isPaused()).isTrue();
    }

    @Test
    void a_year_without_a_notice_gives_a_provisional_day_that_moves_when_the_notice_comes() {
        var guessed = deadline(LocalDate.of(2026, 12, 31), Deadline.Length.workdays(1));
        assertThat(guessed.dueOn()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(guessed.provisional()).isTrue();
        var withNotice = new WorkCalendar(Map.of(
                LocalDate.of(2026, 10, 1), Kind.HOLIDAY,
                LocalDate.of(2027, 1, 1), Kind.HOLIDAY,
                LocalDate.of(2027, 1, 2), Kind.WORKDAY));
        assertThat(guessed.recount(withNotice).dueOn()).isEqualTo(LocalDate.of(2027, 1, 2));
        assertThat(guessed.recount(withNotice).provisional()).isFalse();
    }

    private static Deadline deadline(LocalDate start, Deadline.Length length) {
        return Deadline.start(new UUID(0, 1), CaseFileId.next(), Deadline.Kind.CASE, start, length, CALENDAR);
    }

    private static Deadline withPauses(Deadline bare, List<Deadline.Pause> pauses) {
        return new Deadline(
                bare.id(),
                bare.caseFile(),
                bare.kind(),
                bare.startOn(),
                bare.length(),
                pauses,
                bare.dueOn(),
                bare.provisional(),
                bare.metOn());
    }
}
