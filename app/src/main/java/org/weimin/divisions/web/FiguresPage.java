package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Geography;
import org.weimin.divisions.PlaceFigure;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Plans;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PlanId;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 新旧区划统计: what the rooms count, once by the old divisions and once by the new ones; both sum to the same. */
@Controller
class FiguresPage {
    private final Plans plans;
    private final ObjectProvider<PlaceFigure> figures;

    FiguresPage(Plans plans, ObjectProvider<PlaceFigure> figures) {
        this.plans = plans;
        this.figures = figures;
    }

    @GetMapping("/divisions/plans/{id}/figures")
    @Requires("divisions.plans")
    Page show(@PathVariable String id, @RequestParam(defaultValue = "") String figure) {
        Plan plan = plans.get(PlanId.of(id));
        List<PlaceFigure> all = figures.orderedStream().toList();
        PlaceFigure chosen = all.stream()
                .filter(each -> figure.isEmpty() || each.key().equals(figure))
                .findFirst()
                .orElseThrow(() -> new NotFound(figure));
        return Page.of("divisions/figures", FiguresView.of(plan, all, chosen, plans.geography(plan)));
    }

    private record Row(String figure, String drawing, Geography.Cell cell, String name, Object amount) {}

    @GetMapping("/divisions/plans/{id}/figures.xlsx")
    @Requires("divisions.plans")
    View download(@PathVariable String id) {
        Plan plan = plans.get(PlanId.of(id));
        Geography geography = plans.geography(plan);
        var rows = figures.orderedStream()
                .flatMap(figure -> geography.fold(figure).stream().map(cell -> row(figure, cell, geography)))
                .toList();
        List<Column<Row>> columns = List.of(
                new Column<>(t("divisions.figures.figure"), 24, Row::figure),
                new Column<>(t("divisions.figures.label"), 24, row -> row.cell().label()),
                new Column<>(t("divisions.figures.geography"), 16, Row::drawing),
                new Column<>(t("divisions.code"), 14, row -> row.cell().town()),
                new Column<>(t("divisions.name"), 20, Row::name),
                new Column<>(t("divisions.figures.value"), 16, Row::amount));
        return Download.workbook(
                plan.purpose().title() + " " + t("divisions.figures.title") + ".xlsx",
                out -> Workbooks.write(out, t("divisions.figures.title"), columns, rows));
    }

    private static Row row(PlaceFigure figure, Geography.Cell cell, Geography geography) {
        return new Row(
                t(figure.key()),
                t(cell.old() ? "divisions.figures.old" : "divisions.figures.new"),
                cell,
                FiguresView.name(geography, cell),
                figure.isMoney() ? new Money(cell.value()) : (Object) cell.value());
    }
}
