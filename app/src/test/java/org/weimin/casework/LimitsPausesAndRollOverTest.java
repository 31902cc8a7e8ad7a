package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.weimin.casework.Deadline.Length;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.WorkCalendar;

/** Limits as cases have them, on the real holiday notices of 2025 and 2026; that of 2027 is not published yet. */
class LimitsPausesAndRollOverTest {
    private static final WorkCalendar CALENDAR = notices();

    @ParameterizedTest
    @CsvSource({
        "2025-01-24,  3, 2025-02-05",
        "2025-04-25,  5, 2025-05-06",
        "2025-09-26, 10, 2025-10-16",
        "2026-02-10, 10, 2026-03-02",
        "2026-02-13,  3, 2026-02-25",
        "2026-02-10, 30, 2026-03-30",
        "2026-04-30,  3, 2026-05-08",
        "2026-09-18, 10, 2026-10-09",
        "2026-09-24,  3, 2026-09-30"
    })
    void a_limit_in_working_days_skips_holidays_and_counts_made_up_days(LocalDate start, int days, LocalDate end) {
        assertThat(limit(start, Length.workdays(days)).dueOn()).isEqualTo(end);
        assertThat(limit(start, Length.workdays(days)).provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10, 7, 2026-02-24", "2026-09-24, 7, 2026-10-08", "2026-01-15, 30, 2026-02-14"})
    void a_limit_in_calendar_days_rolls_past_rest_days_and_not_past_a_made_up_saturday(
            LocalDate start, int days, LocalDate end) {
        assertThat(limit(start, Length.days(days)).dueOn()).isEqualTo(end);
    }

    @Test
    void a_year_without_a_notice_gives_a_provisional_day() {
        var guessed = limit(day("2026-12-31"), Length.workdays(1));
        assertThat(guessed.dueOn()).isEqualTo(day("2027-01-04"));
        assertThat(guessed.provisional()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 10, 2026-02-11, 2026-02-25, 2026-03-09",
        "2026-09-18, 10, 2026-09-20, 2026-09-22, 2026-10-12",
        "2026-04-30,  3, 2026-05-01, 2026-05-05, 2026-05-08"
    })
    void days_that_wait_count_only_as_far_as_they_would_have_been_worked(
            LocalDate start, int days, LocalDate from, LocalDate until, LocalDate end) {
        assertThat(resting(limit(start, Length.workdays(days)), pause(from, until))
                        .dueOn())
                .isEqualTo(end);
    }

    @Test
    void two_waits_that_overlap_are_not_taken_off_twice() {
        var running = limit(day("2026-03-02"), Length.workdays(10));
        var one = resting(running, pause(day("2026-03-03"), day("2026-03-09")));
        var two = resting(
                running, pause(day("2026-03-03"), day("2026-03-06")), pause(day("2026-03-05"), day("2026-03-09")));
        assertThat(two.dueOn()).isEqualTo(one.dueOn()).isEqualTo(day("2026-03-20"));
    }

    @Test
    void calendar_days_that_wait_do_not_count_either_and_the_end_still_rolls() {
        var running = limit(day("2026-09-14"), Length.days(7));
        assertThat(running.dueOn()).isEqualTo(day("2026-09-21"));
        var rested = resting(running, pause(day("2026-09-15"), day("2026-09-25")));
        assertThat(rested.dueOn()).as("1 to 7 October are off").isEqualTo(day("2026-10-08"));
    }

    @Test
    void a_prolonged_limit_is_counted_from_the_same_day_with_the_same_waits() {
        var rested =
                resting(limit(day("2026-02-10"), Length.workdays(30)), pause(day("2026-03-02"), day("2026-03-04")));
        assertThat(rested.dueOn()).isEqualTo(day("2026-04-01"));
        assertThat(rested.extendTo(Length.workdays(45), CALENDAR).dueOn()).isEqualTo(day("2026-04-23"));
    }

    private static Deadline limit(LocalDate start, Length length) {
        return Deadline.start(new UUID(0, 1), CaseFileId.next(), Deadline.Kind.CASE, start, length, CALENDAR);
    }

    private static Deadline resting(Deadline limit, Deadline.Pause... pauses) {
        return new Deadline(
                        limit.id(),
                        limit.caseFile(),
                        limit.kind(),
                        limit.startOn(),
                        limit.length(),
                        List.of(pauses),
                        limit.dueOn(),
                        limit.provisional(),
                        limit.metOn())
                .recount(CALENDAR);
    }

    private static Deadline.Pause pause(LocalDate from, LocalDate until) {
        return new Deadline.Pause(from, Optional.of(until));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static WorkCalendar notices() {
        try {
            return new WorkCalendar(new ClassPathResource("packs/_shared/calendar/working-days.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(
                            cells -> LocalDate.parse(cells[0]),
                            cells -> WorkCalendar.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
