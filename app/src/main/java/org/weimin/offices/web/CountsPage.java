package org.weimin.offices.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Forbidden;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;
import org.weimin.offices.CountFilter;
import org.weimin.offices.Counted;
import org.weimin.offices.Counts;
import org.weimin.offices.Measure;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The rows behind a count: as many as the count says, each leading to the case, the payment or the finding. */
@Controller
class CountsPage {
    private static final String LEAD = "offices.lead";
    private final Counts counts;
    private final Names names;
    private final Where where;

    CountsPage(Counts counts, Names names, Where where) {
        this.counts = counts;
        this.names = names;
        this.where = where;
    }

    @GetMapping("/offices/list/{measure}")
    @Requires("offices.view")
    View list(
            @PathVariable Measure measure,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        if (measure.sort() != Measure.Sort.WORK
                && measure != Measure.DEADLINE
                && !Acting.current().may(LEAD)) {
            throw new Forbidden(LEAD);
        }
        var filter = new CountFilter(
                measure,
                where.place(place),
                where.month(month),
                Optional.of(handler).filter(typed -> !typed.isEmpty()).map(StaffId::of));
        String title = Texts.t("offices.measure." + measure);
        if (format.equals("xlsx")) {
            var all = rows(measure, counts.all(filter));
            return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns(), all));
        }
        PageOf<Counted> found = counts.list(filter, Math.clamp(page, 1, 10_000));
        return Page.of(
                "offices/counted",
                new CountedView(
                        title,
                        Texts.t("offices.measure.about." + measure),
                        names.place(filter.place()),
                        Texts.month(filter.month()),
                        Where.list(filter),
                        new PageOf<>(rows(measure, found.rows()), found.number(), found.size(), found.total())));
    }

    private List<CountedView.Row> rows(Measure measure, List<Counted> counted) {
        var places = names.places(counted.stream().map(Counted::area).toList());
        return counted.stream()
                .map(row -> new CountedView.Row(
                        row.label().isEmpty() ? Texts.t("offices.counted.finding") : row.label(),
                        href(measure, row),
                        places.getOrDefault(row.area(), ""),
                        row.matter().map(names::matter).orElse(""),
                        row.on().map(Texts::date).orElse("")))
                .toList();
    }

    private static String href(Measure measure, Counted row) {
        return switch (measure) {
            case OPEN, VISITS, SOON, CLOSED, OVERTURNED, DEADLINE, UNSERVED -> "/cases/" + row.of();
            case ANOMALY -> "/anomalies/" + row.of();
            case PAID_LATE, RETURNED -> "/payments/" + row.of() + "/lines";
            case WRONGLY, NEVER_ASKED ->
                "/screening/" + row.of() + "/findings/"
                        + row.matter().map(MatterId::value).orElse("") + "/" + row.subject();
        };
    }

    private static List<Column<CountedView.Row>> columns() {
        return List.of(
                new Column<>(Texts.t("offices.counted.what"), 28, CountedView.Row::label),
                new Column<>(Texts.t("offices.place"), 28, CountedView.Row::place),
                new Column<>(Texts.t("offices.matter"), 24, CountedView.Row::matter),
                new Column<>(Texts.t("offices.counted.on"), 14, CountedView.Row::on));
    }
}
