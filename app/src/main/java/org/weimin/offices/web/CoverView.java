package org.weimin.offices.web;

import java.util.List;
import org.weimin.shell.Option;

/** Who is away and who stands in, what does not hold, and the next days at a glance. */
public record CoverView(
        String place,
        String today,
        List<Warning> warnings,
        List<Row> rows,
        List<String> days,
        List<Calendar> calendar,
        List<Option> people,
        boolean mayAdd) {
    /** Something to see to, with where to do it. */
    public record Warning(String text, String tone, String href, String door) {}

    /** One absence. */
    public record Row(String id, String office, String name, String first, String last, String cover, boolean ahead) {}

    /** One person and the days ahead: here, away, or standing in. */
    public record Calendar(String office, String name, List<String> marks) {}
}
