package org.weimin.offices.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;
import org.weimin.offices.CountFilter;
import org.weimin.offices.Counts;
import org.weimin.offices.Measure;
import org.weimin.offices.Offices;
import org.weimin.offices.Ratio;
import org.weimin.offices.Standards;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 缺位指数: what was unfair, late or did not arrive, town by town and month by month, with its definition. */
@Controller
class MissedPage {
    private static final int MONTHS = 6;
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private final Offices offices;
    private final Counts counts;
    private final Standards standards;
    private final Names names;
    private final Where where;

    MissedPage(Offices offices, Counts counts, Standards standards, Names names, Where where) {
        this.offices = offices;
        this.counts = counts;
        this.standards = standards;
        this.names = names;
        this.where = where;
    }

    @GetMapping("/offices/missed")
    @Requires("offices.lead")
    View show(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String format) {
        DivisionCode here = where.place(place);
        YearMonth asked = where.month(month);
        List<OrgUnit> towns = offices.units(here).stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET_OFFICE)
                .toList();
        var missed = counts.missed(in(here, asked));
        long small = counts.smallNumber(here);
        var view = new MissedView(
                asked.toString(),
                here.value(),
                names.place(here),
                where.months(),
                Measure.ofIndex().stream().map(each -> definition(each, here)).toList(),
                towns.stream()
                        .map(town ->
                                row(town.name(), town.area(), Counts.sum(missed, List.of(town.area())), asked, small))
                        .toList(),
                row(Texts.t("offices.total"), here, all(missed), asked, small),
                past(here, asked),
                small);
        return format.equals("xlsx") ? workbook(view) : Page.of("offices/missed", view);
    }

    /** Town by town, and the place as a whole in the last row. */
    private static Download workbook(MissedView view) {
        List<Column<MissedView.Row>> columns = new ArrayList<>(List.of(
                new Column<>(Texts.t("offices.office"), 20, MissedView.Row::name),
                new Column<>(Texts.t("offices.missed.index"), 10, MissedView.Row::index)));
        for (int i = 0; i < view.definitions().size(); i++) {
            int measure = i;
            String title = view.definitions().get(i).title();
            columns.add(new Column<>(title, 14, row -> row.cells().get(measure).some()));
            columns.add(new Column<>(
                    Texts.t("offices.missed.of", title),
                    14,
                    row -> row.cells().get(measure).all()));
        }
        var rows = Stream.concat(view.rows().stream(), Stream.of(view.total())).toList();
        String title = Texts.t("offices.missed") + " " + view.month();
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, rows));
    }

    private static CountFilter in(DivisionCode place, YearMonth month) {
        return new CountFilter(Measure.OVERTURNED, place, month, Optional.empty());
    }

    private static Map<Measure, Ratio> all(Map<Measure, Map<DivisionCode, Ratio>> missed) {
        return Counts.sum(
                missed,
                missed.values().stream()
                        .flatMap(byTown -> byTown.keySet().stream())
                        .distinct()
                        .toList());
    }

    private MissedView.Row row(
            String name, DivisionCode place, Map<Measure, Ratio> ratios, YearMonth month, long small) {
        return new MissedView.Row(
                name,
                counts.index(ratios, place).map(BigDecimal::toPlainString).orElse(""),
                Measure.ofIndex().stream()
                        .map(measure -> {
                            Ratio ratio = ratios.getOrDefault(measure, Ratio.NOTHING);
                            return new MissedView.Cell(
                                    ratio.some(),
                                    ratio.all(),
                                    ratio.isSmall(small) ? "" : ratio.percent() + "%",
                                    Where.list(new CountFilter(measure, place, month, Optional.empty())));
                        })
                        .toList());
    }

    private MissedView.Definition definition(Measure measure, DivisionCode place) {
        var value = standards.parameter(measure.weight()).on(place, where.today());
        return new MissedView.Definition(
                Texts.t("offices.sort." + measure.sort()),
                Texts.t("offices.measure." + measure),
                Texts.t("offices.measure.about." + measure),
                value.value(),
                value.example(),
                value.source());
    }

    private List<MissedView.Past> past(DivisionCode place, YearMonth until) {
        return IntStream.range(0, MONTHS)
                .mapToObj(until::minusMonths)
                .map(month -> {
                    Optional<BigDecimal> index = counts.index(all(counts.missed(in(place, month))), place);
                    return new MissedView.Past(
                            Texts.month(month),
                            "/offices/missed?place=" + place + "&month=" + month,
                            index.map(BigDecimal::toPlainString).orElse(""),
                            index.map(each -> each.min(WHOLE).intValue()).orElse(0));
                })
                .toList();
    }
}
