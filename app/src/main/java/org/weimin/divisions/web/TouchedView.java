package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Rehearsal;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** Where the rows of one kind lie, village by village, before and after. */
public record TouchedView(
        String plan, String title, String what, String table, boolean named, List<Row> rows, long total) {
    /** @param now where the rows stand today: before the day under the old code, after it under the new one */
    public record Row(String before, String beforeName, String after, String afterName, DivisionCode now, long rows) {}

    static TouchedView of(
            Plan plan, String what, Optional<Rehearsal> rehearsal, Map<DivisionCode, String> names, boolean named) {
        List<Row> rows = rehearsal.stream()
                .flatMap(found -> found.touches().stream())
                .filter(touch -> touch.table().equals(what))
                .map(touch -> row(plan, touch, names))
                .sorted(Comparator.comparing(Row::before))
                .toList();
        return new TouchedView(
                plan.id().toString(),
                plan.purpose().title(),
                word(what),
                what,
                named,
                rows,
                rows.stream().mapToLong(Row::rows).sum());
    }

    private static Row row(Plan plan, Rehearsal.Touch touch, Map<DivisionCode, String> names) {
        DivisionCode after = plan.redrawing().after(touch.before());
        return new Row(
                touch.before().value(),
                names.getOrDefault(touch.before(), ""),
                after.value(),
                plan.redrawing().names().getOrDefault(after, ""),
                plan.status() == Plan.Status.CARRIED_OUT ? after : touch.before(),
                touch.rows());
    }

    /** What a clerk calls the rows of a table; tables without a word of their own are called by their room. */
    static String word(String table) {
        String key = "divisions.moves." + table;
        return Texts.has(key) ? t(key) : t("divisions.moves." + table.substring(0, table.indexOf('.')), table);
    }
}
