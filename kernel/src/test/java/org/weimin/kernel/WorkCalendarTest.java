package org.weimin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of the 2025 and 2026 holiday notices. */
class WorkCalendarTest {
    private final WorkCalendar calendar = notices();

    @ParameterizedTest
    @CsvSource({
        "2025-01-24, 3, 2025-02-05",
        "2025-04-25, 5, 2025-05-06",
        "2025-09-26, 10, 2025-10-16",
        "2026-02-10, 10, 2026-03-02",
        "2026-02-13, 3, 2026-02-25",
        "2026-02-10, 30, 2026-03-30",
        "2026-04-30, 3, 2026-05-08",
        "2026-09-18, 10, 2026-10-09",
        "2026-09-24, 3, 2026-09-30"
    })
    void working_days_skip_holidays_and_count_made_up_days(LocalDate start, int workdays, LocalDate end) {
        assertThat(calendar.plusWorkdays(start, workdays)).isEqualTo(new WorkCalendar.Due(end, false));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10, 7, 2026-02-24", "2026-09-24, 7, 2026-10-08", "2026-01-15, 30, 2026-02-14"})
    void calendar_days_roll_past_rest_days_only(LocalDate start, int days, LocalDate end) {
        assertThat(calendar.plusDaysRolled(start, days).on()).isEqualTo(end);
    }

    @Test
    void a_year_without_a_notice_gives_a_provisional_day() {
        assertThat(calendar.plusWorkdays(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo(new WorkCalendar.Due(LocalDate.of(2027, 1, 4), true));
    }

    @Test
    void the_years_have_248_working_days() {
        for (int year : new int[] {2025, 2026}) {
            var days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
            assertThat(days.filter(calendar::isWorkday)).hasSize(248);
        }
    }

    @Test
    void working_days_left_are_negative_when_the_day_has_passed() {
        assertThat(calendar.workdaysBetween(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 9, 30)))
                .isEqualTo(3);
        assertThat(calendar.workdaysBetween(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 24)))
                .isEqualTo(-3);
    }

    private static WorkCalendar notices() {
        var days = new HashMap<LocalDate, WorkCalendar.Kind>();
        try {
            for (String line : Files.readAllLines(Path.of("../packs/_shared/calendar/working-days.csv"))) {
                String[] cells = line.split(",");
                if (!cells[0].equals("date")) {
                    days.put(
                            LocalDate.parse(cells[0]),
                            cells[1].equals("workday") ? WorkCalendar.Kind.WORKDAY : WorkCalendar.Kind.HOLIDAY);
                }
            }
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
        return new WorkCalendar(days);
    }
}
