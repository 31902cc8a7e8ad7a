package org.weimin.divisions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Redrawing;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.Xlsx;

/** The table of a plan, out and in again: taken whole, or refused with words and nothing of it taken. */
@RoomTest
class PlanTableTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode KEPT = new DivisionCode("310117003");
    private static final DivisionCode GONE = new DivisionCode("310117001");
    private static final List<String> HEADINGS = List.of("原代码", "原名称", "新代码", "新名称");
    private static final List<String> STAYS = List.of("310117003", "方松街道", "310117003", "方松街道");
    private final Actor.Staff drafter = As.staff("COUNTY_OFFICER", "310117", "divisions.plan");

    @Autowired
    PlanPage page;

    @Autowired
    Plans plans;

    private PlanId plan = PlanId.next();

    @BeforeEach
    void a_plan_that_merges_two_streets() {
        plan = begin();
        Acting.as(
                drafter,
                () -> plans.change(
                        plan,
                        (drawing, atlas) -> drawing.merge(atlas, List.of(KEPT, GONE), "方松街道", Optional.of(KEPT))));
    }

    @Test
    void what_was_drawn_goes_out_and_comes_in_as_the_same_drawing() throws IOException {
        var out = new ByteArrayOutputStream();
        ((Download) Acting.as(drafter, () -> page.table(plan.toString())))
                .content()
                .writeTo(out);
        PlanId other = begin();
        Page answer = upload(other, "zh", out.toByteArray());
        assertThat(answer).isInstanceOf(Page.Redirect.class);
        assertThat(drawing(other)).isEqualTo(drawing(plan));
    }

    @Test
    void what_does_not_hold_is_refused_in_both_languages_and_the_drawing_stays_as_it_was() throws IOException {
        Redrawing before = drawing(plan);
        var moved = List.of("310117001", "岳阳街道", "310117003", "方松街道");
        refused("divisions.plan.twice", List.of(moved, STAYS, moved));
        refused("divisions.plan.gap", List.of(moved, STAYS));
        refused(
                "divisions.plan.circle",
                List.of(
                        List.of("310117001", "岳阳街道", "310117003", "岳阳街道"),
                        List.of("310117003", "方松街道", "310117001", "方松街道")));
        refused("divisions.plan.unknown", List.of(List.of("310117999", "无此街道", "310117003", "方松街道")));
        refused("divisions.plan.name-taken", List.of(List.of("310117001", "岳阳街道", "310117001", "方松街道")));
        refused("divisions.plan.taken", List.of(List.of("310117001001", "某居委会", "310117003001", "某居委会")));
        refused("divisions.plan.level", List.of(List.of("310117001", "岳阳街道", "310117003001", "岳阳街道")));
        refused("divisions.plan.no-parent", List.of(List.of("310117001001", "某居委会", "310117777001", "某居委会")));
        refused("divisions.plan.two-names", List.of(moved, List.of("310117003", "方松街道", "310117003", "新方松街道")));
        refused("divisions.plan.upload-row", List.of(List.of("310117001", "岳阳街道", "31011700X", "岳阳街道")));
        refused("divisions.plan.upload-row", List.of(List.of("310117001", "岳阳街道", "310117001", "")));
        refused("divisions.plan.empty", List.of(STAYS));
        refused("divisions.plan.upload", List.of());
        assertThat(drawing(plan)).isEqualTo(before);
    }

    private void refused(String key, List<List<String>> rows) throws IOException {
        var sheet = new ArrayList<List<String>>();
        sheet.add(HEADINGS);
        sheet.addAll(rows);
        byte[] file = rows.isEmpty() ? new byte[0] : Xlsx.of(sheet).bytes();
        var told = new ArrayList<String>();
        for (String language : List.of("zh", "en")) {
            Page answer = upload(plan, language, file);
            assertThat(answer).as(key).isInstanceOf(Page.Rendered.class);
            var rendered = (Page.Rendered) answer;
            assertThat(rendered.status()).isEqualTo(422);
            String fault = ((PlanView) rendered.view()).fault();
            String start = Texts.in(language, key, "", "", "", "");
            assertThat(fault).as(key).doesNotContain("{").endsWith(start.substring(start.length() - 8));
            told.add(fault);
        }
        assertThat(told).doesNotHaveDuplicates();
    }

    private Page upload(PlanId to, String language, byte[] file) {
        var part = new MockMultipartFile("file", "对照表.xlsx", "application/octet-stream", file);
        return Acting.as(drafter, () -> Texts.speaking(language, () -> page.setTable(to.toString(), part)));
    }

    private Redrawing drawing(PlanId of) {
        return Acting.as(drafter, () -> plans.get(of)).redrawing();
    }

    private PlanId begin() {
        return Acting.as(
                drafter, () -> plans.begin(COUNTY, new Plan.Purpose("街道合并", "", "精简机构"), LocalDate.of(2026, 10, 1)));
    }
}
