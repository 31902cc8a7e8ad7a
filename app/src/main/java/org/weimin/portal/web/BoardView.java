package org.weimin.portal.web;

import java.util.List;
import java.util.Map;
import org.weimin.casework.Notice;
import org.weimin.divisions.Division;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** What the public board prints: nothing but the stored projection of each notice. */
public record BoardView(PageOf<Row> rows, boolean confirmed, String area, List<Option> streets) {
    /** One entry of the list. */
    public record Row(
            String id,
            String number,
            String applicant,
            String community,
            String members,
            String monthly,
            String startMonth,
            String postedOn,
            String dueOn) {}

    static BoardView of(PageOf<Notice> notices, Notice.Kind kind, DivisionCode place, List<Division> streets) {
        return new BoardView(
                new PageOf<>(
                        notices.rows().stream().map(BoardView::row).toList(),
                        notices.number(),
                        notices.size(),
                        notices.total()),
                kind == Notice.Kind.CONFIRMED,
                place.value(),
                streets.stream()
                        .map(street -> new Option(street.code().value(), street.name()))
                        .toList());
    }

    public String url() {
        return "/public/board?kind=" + (confirmed ? "confirmed" : "proposed") + "&area=" + area;
    }

    static Row row(Notice notice) {
        Map<String, String> shown = notice.projection();
        return new Row(
                notice.id().toString(),
                String.valueOf(notice.number()),
                shown.getOrDefault("applicant", ""),
                shown.getOrDefault("community", ""),
                shown.getOrDefault("members", ""),
                shown.getOrDefault("monthly", ""),
                shown.getOrDefault("startMonth", ""),
                notice.postedOn().toString(),
                notice.dueOn().toString());
    }
}
