package org.weimin.policy.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.kernel.Refused;
import org.weimin.kernel.WorkCalendar;

/** 放假安排: days that are off although weekdays, and weekend days that are worked. */
public record HolidayNotice(List<Day> days) {
    private static final String HEADER = "date,kind,name_zh";

    public record Day(LocalDate on, String kind, String name) {}

    public static HolidayNotice read(String csv) {
        List<String> lines = csv.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() < 2 || !lines.getFirst().strip().equals(HEADER)) {
            throw new Refused("policy.calendar.header", HEADER);
        }
        return new HolidayNotice(lines.stream().skip(1).map(HolidayNotice::day).toList());
    }

    private static Day day(String line) {
        String[] parts = line.strip().split(",", -1);
        if (parts.length != 3 || !(parts[1].equals("holiday") || parts[1].equals("workday"))) {
            throw new Refused("policy.calendar.line", line);
        }
        try {
            return new Day(LocalDate.parse(parts[0]), parts[1], parts[2]);
        } catch (DateTimeParseException malformed) {
            throw new Refused("policy.calendar.line", line);
        }
    }

    public HolidayNotice plus(List<Day> later) {
        return new HolidayNotice(Stream.concat(days.stream(), later.stream()).toList());
    }

    public List<Integer> years() {
        return days.stream().map(day -> day.on().getYear()).distinct().sorted().toList();
    }

    public WorkCalendar calendar() {
        return new WorkCalendar(days.stream()
                .collect(Collectors.toMap(
                        Day::on,
                        day -> day.kind().equals("holiday") ? WorkCalendar.Kind.HOLIDAY : WorkCalendar.Kind.WORKDAY,
                        (earlier, later) -> later,
                        TreeMap::new)));
    }
}
