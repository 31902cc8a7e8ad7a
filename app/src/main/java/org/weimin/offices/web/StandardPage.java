package org.weimin.offices.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.offices.Standard;
import org.weimin.offices.Standard.Item;
import org.weimin.offices.Standards;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 达标对照: the standard of the place, town by town, today and at the ends of the years before. */
@Controller
class StandardPage {
    private static final int YEARS = 4;
    private static final int WHOLE = 100;
    private final Offices offices;
    private final Standards standards;
    private final Where where;

    StandardPage(Offices offices, Standards standards, Where where) {
        this.offices = offices;
        this.standards = standards;
        this.where = where;
    }

    @GetMapping("/offices/standard")
    @Requires("offices.view")
    View show(@RequestParam(defaultValue = "") String asOf, @RequestParam(defaultValue = "") String format) {
        LocalDate day = where.day(asOf);
        DivisionCode place = Acting.staff().area();
        var residents = standards.residents(place);
        List<StandardView.Row> rows = rows(offices.list(place, day), residents);
        if (format.equals("xlsx")) {
            return Download.workbook(
                    Texts.t("offices.standard") + ".xlsx",
                    out -> Workbooks.write(out, Texts.t("offices.standard"), columns(), rows));
        }
        return Page.of(
                "offices/standard", new StandardView(day.toString(), asked(place, day), rows, past(place, residents)));
    }

    private List<StandardView.Row> rows(List<Office> shown, Map<DivisionCode, Long> residents) {
        return shown.stream()
                .map(office -> row(office, measured(office, residents)))
                .toList();
    }

    private List<Standard> measured(Office office, Map<DivisionCode, Long> residents) {
        return standards.of(office, residents.getOrDefault(office.unit().area(), 0L));
    }

    private static StandardView.Row row(Office office, List<Standard> measured) {
        return new StandardView.Row(
                office.unit().name(),
                "/offices/" + office.unit().id() + "?asOf=" + office.asOf(),
                met(measured),
                measured.size(),
                Arrays.stream(Item.values())
                        .map(item -> measured.stream()
                                .filter(each -> each.item() == item)
                                .findFirst()
                                .map(each -> new StandardView.Cell(
                                        each.has().stripTrailingZeros().toPlainString(), each.isMet()))
                                .orElse(StandardView.Cell.NONE))
                        .toList());
    }

    private static int met(List<Standard> measured) {
        return (int) measured.stream().filter(Standard::isMet).count();
    }

    private List<StandardView.Asked> asked(DivisionCode place, LocalDate day) {
        return Arrays.stream(Item.values())
                .map(item -> {
                    var parameter = standards.parameter(item.parameter());
                    var value = parameter.on(place, day);
                    return new StandardView.Asked(
                            Texts.t("offices.item." + item),
                            OfficePage.in(parameter.title()),
                            value.value(),
                            value.from().toString(),
                            value.source(),
                            value.example());
                })
                .toList();
    }

    private List<StandardView.Past> past(DivisionCode place, Map<DivisionCode, Long> residents) {
        LocalDate today = where.today();
        return Stream.concat(
                        IntStream.rangeClosed(1, YEARS)
                                .mapToObj(back -> LocalDate.of(today.getYear() - (YEARS + 1 - back), 12, 31)),
                        Stream.of(today))
                .map(day -> past(day, offices.list(place, day), residents))
                .filter(past -> past.offices() > 0)
                .toList();
    }

    private StandardView.Past past(LocalDate day, List<Office> then, Map<DivisionCode, Long> residents) {
        List<List<Standard>> measured =
                then.stream().map(office -> measured(office, residents)).toList();
        int all = measured.stream().mapToInt(List::size).sum();
        int met = measured.stream().mapToInt(StandardPage::met).sum();
        return new StandardView.Past(
                day.toString(),
                then.size(),
                (int) measured.stream()
                        .filter(each -> each.stream().allMatch(Standard::isMet))
                        .count(),
                met,
                all,
                met * WHOLE / Math.max(1, all));
    }

    private List<Column<StandardView.Row>> columns() {
        var columns = new ArrayList<Column<StandardView.Row>>();
        columns.add(new Column<>(Texts.t("offices.office"), 24, StandardView.Row::name));
        columns.add(new Column<>(Texts.t("offices.met"), 10, row -> row.met() + " / " + row.all()));
        var items = List.of(Item.values());
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            columns.add(new Column<>(
                    OfficePage.in(standards.parameter(items.get(i).parameter()).title()),
                    14,
                    row -> row.cells().get(at).has() + (row.cells().get(at).met() ? "" : " ✗")));
        }
        return columns;
    }
}
