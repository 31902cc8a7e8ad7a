package org.weimin.divisions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.divisions.PlaceList;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Rehearsal.Touch;
import org.weimin.divisions.internal.PlaceRows;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Forbidden;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PlanId;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Workbooks;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

/** Every number of a rehearsal opens as many names as it says, for whoever may see them. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TouchedPageTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode KEPT = new DivisionCode("310117001");
    private static final DivisionCode GONE = new DivisionCode("310117003");
    private final Actor.Staff officer = As.staff(
            "COUNTY_OFFICER",
            "310117",
            "divisions.plan",
            "divisions.plans",
            "people.view",
            "casework.view",
            "benefits.view",
            "offices.view");

    @TempDir
    Path folder;

    @Autowired
    ApplicationContext application;

    @Autowired
    TouchedPage page;

    @Autowired
    PlaceRows rows;

    @Autowired
    List<PlaceList> lists;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    private PlanId plan = PlanId.next();
    private List<Touch> touches = List.of();

    @BeforeAll
    void a_rehearsed_plan() {
        SmallCounty.fill(application, 100);
        touches = Acting.as(officer, () -> {
            plan = plans.begin(COUNTY, new Plan.Purpose("街道合并", "", "精简机构"), LocalDate.of(2026, 10, 1));
            plans.change(
                    plan, (drawing, atlas) -> drawing.merge(atlas, List.of(KEPT, GONE), "岳阳街道", Optional.of(KEPT)));
            return runs.rehearse(plan).touches();
        });
    }

    /** Other tests have plans of their own for these streets. */
    @AfterAll
    void no_plan() {
        Acting.as(officer, () -> plans.withdraw(plan));
    }

    @Test
    void each_list_is_as_long_as_its_number() {
        for (PlaceList list : lists) {
            assertThat(Acting.as(officer, () -> rows.page(list, new DivisionCode("310117099"), 1, 5))
                            .total())
                    .isZero();
            for (Touch touch : of(list)) {
                var found = Acting.as(officer, () -> rows.page(list, touch.before(), 1, 5));
                assertThat(found.total()).as(list.table() + touch.before()).isEqualTo(touch.rows());
                assertThat(found.rows()).allMatch(row -> !row.label().isEmpty());
            }
        }
        assertThat(touches)
                .extracting(Touch::table)
                .contains("people.person", "people.household", "benefits.entitlement", "access.post");
        assertThat(lists)
                .extracting(PlaceList::table)
                .contains(
                        "people.household",
                        "casework.case_file",
                        "casework.task",
                        "benefits.entitlement",
                        "access.post",
                        "offices.premises");
    }

    @Test
    void names_are_for_whoever_sees_them_in_their_own_room() {
        Touch touch = of(list("people.person")).getFirst();
        String village = touch.before().value();
        var shown = (Page.Rendered) Acting.as(officer, () -> rows(village, ""));
        assertThat(((RowsView) shown.view()).page().total()).isEqualTo(touch.rows());
        var blind = As.staff("COUNTY_LEADER", "310117", "divisions.plans");
        assertThatThrownBy(() -> Acting.as(blind, () -> rows(village, ""))).isInstanceOf(Forbidden.class);
        var elsewhere = As.staff("STREET_CLERK", "310117002", "divisions.plans", "people.view");
        assertThat(Acting.as(elsewhere, () -> rows.page(list("people.person"), touch.before(), 1, 5))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> Acting.as(elsewhere, () -> rows(village, ""))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Acting.as(officer, () -> rows("310117002001", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_workbook_has_everybody_of_every_village_with_both_codes() throws IOException {
        var out = new ByteArrayOutputStream();
        Acting.as(officer, () -> {
            try {
                ((Download) rows("", "xlsx")).content().writeTo(out);
                return true;
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
        var lines = new ArrayList<List<String>>();
        Path file = Files.write(folder.resolve("rows.xlsx"), out.toByteArray());
        Workbooks.read(
                file,
                "rows.xlsx",
                (number, cells) ->
                        lines.add(cells.stream().map(Workbooks.Cell::text).toList()));
        long people = of(list("people.person")).stream().mapToLong(Touch::rows).sum();
        assertThat(lines).hasSize((int) people + 1);
        assertThat(lines.get(1).get(2)).startsWith(GONE.value());
        assertThat(lines.get(1).get(4)).startsWith(KEPT.value());
    }

    private org.springframework.web.servlet.View rows(String village, String format) {
        return page.rows(plan.toString(), "people.person", village, 1, format);
    }

    private PlaceList list(String table) {
        return lists.stream()
                .filter(list -> list.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private List<Touch> of(PlaceList list) {
        return touches.stream()
                .filter(touch -> touch.table().equals(list.table()))
                .toList();
    }
}
