package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.audit.Audit;
import org.weimin.divisions.PlaceList;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Rehearsal;
import org.weimin.divisions.internal.PlaceRows;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Forbidden;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PlanId;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 触及明细: behind a number of the rehearsal: by village, and behind a village's number each row by its name. */
@Controller
class TouchedPage {
    private static final int MANY = 5_000;
    private final Plans plans;
    private final ObjectProvider<PlaceList> lists;
    private final PlaceRows rows;
    private final Audit audit;

    TouchedPage(Plans plans, ObjectProvider<PlaceList> lists, PlaceRows rows, Audit audit) {
        this.plans = plans;
        this.lists = lists;
        this.rows = rows;
        this.audit = audit;
    }

    @GetMapping("/divisions/plans/{id}/rehearsal.xlsx")
    @Requires("divisions.plans")
    View rehearsal(@PathVariable String id) {
        Plan plan = plans.get(PlanId.of(id));
        return PlanWorkbook.rehearsal(plan, plans.findRehearsal(plan.id()), plans.namesBefore(plan.id()));
    }

    @GetMapping("/divisions/plans/{id}/touched")
    @Requires("divisions.plans")
    Page touched(@PathVariable String id, @RequestParam String what) {
        boolean named = find(what)
                .filter(list -> Acting.current().may(list.permission()))
                .isPresent();
        return Page.of("divisions/touched", village(id, what, named));
    }

    /** Names are personal: whoever may see them in their own room, sees them here, and it is written down. */
    @GetMapping("/divisions/plans/{id}/rows")
    @Requires("divisions.plans")
    View rows(
            @PathVariable String id,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String format) {
        PlaceList list = find(what).orElseThrow(() -> new NotFound(what));
        if (!Acting.current().may(list.permission())) {
            throw new Forbidden(list.permission());
        }
        Plan plan = plans.get(PlanId.of(id));
        TouchedView view = village(id, what, true);
        List<TouchedView.Row> villages = view.rows().stream()
                .filter(row -> place.isEmpty() || row.before().equals(place))
                .toList();
        if (villages.isEmpty()) {
            throw new NotFound(place);
        }
        audit.looked("division plan rows", "plan", plan.id().value(), what + " " + place);
        if (format.equals("xlsx")) {
            return workbook(view, villages, list);
        }
        var found = rows.page(list, villages.getFirst().now(), Math.clamp(page, 1, 100_000), PageOf.SIZE);
        return Page.of("divisions/rows", new RowsView(view, what, villages.getFirst(), found));
    }

    private record Line(TouchedView.Row village, PlaceList.Named named) {}

    private Download workbook(TouchedView view, List<TouchedView.Row> villages, PlaceList list) {
        List<Column<Line>> columns = List.of(
                new Column<>(t("divisions.rows.label"), 24, line -> line.named().label()),
                new Column<>(
                        t("divisions.rows.detail"), 30, line -> line.named().detail()),
                new Column<>(
                        t("divisions.plan.before-code"),
                        16,
                        line -> line.village().before()),
                new Column<>(
                        t("divisions.plan.before-name"),
                        24,
                        line -> line.village().beforeName()),
                new Column<>(
                        t("divisions.plan.after-code"),
                        16,
                        line -> line.village().after()),
                new Column<>(
                        t("divisions.plan.after-name"),
                        24,
                        line -> line.village().afterName()));
        Iterable<Line> lines = () -> villages.stream()
                .flatMap(village -> all(list, village).map(named -> new Line(village, named)))
                .iterator();
        return Download.workbook(
                view.title() + " " + view.what() + ".xlsx",
                out -> Workbooks.write(out, t("divisions.rows.sheet"), columns, lines));
    }

    /** Read in pieces while it is written. */
    private Stream<PlaceList.Named> all(PlaceList list, TouchedView.Row village) {
        PageOf<PlaceList.Named> first = rows.page(list, village.now(), 1, MANY);
        return Stream.concat(
                first.rows().stream(),
                IntStream.rangeClosed(2, first.pages())
                        .boxed()
                        .flatMap(number -> rows.page(list, village.now(), number, MANY).rows().stream()));
    }

    private Optional<PlaceList> find(String table) {
        return lists.stream().filter(list -> list.table().equals(table)).findFirst();
    }

    private TouchedView village(String id, String what, boolean named) {
        Plan plan = plans.get(PlanId.of(id));
        Optional<Rehearsal> rehearsal = plans.findRehearsal(plan.id());
        return TouchedView.of(plan, what, rehearsal, plans.namesBefore(plan.id()), named);
    }
}
