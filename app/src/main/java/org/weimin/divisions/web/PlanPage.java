package org.weimin.divisions.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.weimin.divisions.Atlas;
import org.weimin.divisions.Opinion;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Redrawing;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 一个区划变更方案: what is drawn, what the rehearsal found, who said what, and the next step. */
@Controller
class PlanPage {
    private final Plans plans;
    private final PlanRuns runs;
    private final BusinessClock clock;

    /** One step that somebody takes. */
    @FunctionalInterface
    private interface Step {
        void on(PlanId id);
    }

    /** One change of the drawing. */
    @FunctionalInterface
    private interface Change {
        Redrawing of(Redrawing drawing, Atlas atlas);
    }

    PlanPage(Plans plans, PlanRuns runs, BusinessClock clock) {
        this.plans = plans;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping("/divisions/plans/{id}")
    @Requires("divisions.plans")
    Page show(@PathVariable String id, @RequestParam(defaultValue = "") String town) {
        return Page.of("divisions/plan", view(PlanId.of(id), town, Optional.empty()));
    }

    @PostMapping("/divisions/plans/{id}/merge")
    @Requires("divisions.plan")
    Page merge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> towns,
            @RequestParam(defaultValue = "") String mergedName,
            @RequestParam(defaultValue = "") String keep) {
        return change(
                id,
                (drawing, atlas) -> drawing.merge(
                        atlas,
                        codes(towns),
                        mergedName,
                        Optional.of(keep).filter(code -> !code.isBlank()).map(PlanPage::code)));
    }

    @PostMapping("/divisions/plans/{id}/split")
    @Requires("divisions.plan")
    Page split(
            @PathVariable String id,
            @RequestParam String town,
            @RequestParam(defaultValue = "") String partName,
            @RequestParam(defaultValue = "") List<String> villages) {
        return change(id, (drawing, atlas) -> drawing.split(atlas, code(town), partName, codes(villages)));
    }

    @PostMapping("/divisions/plans/{id}/reparent")
    @Requires("divisions.plan")
    Page reparent(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") List<String> villages) {
        return change(id, (drawing, atlas) -> drawing.reparent(atlas, codes(villages), code(into)));
    }

    @PostMapping("/divisions/plans/{id}/rename")
    @Requires("divisions.plan")
    Page rename(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String newName) {
        return change(id, (drawing, atlas) -> drawing.rename(atlas, code(code), newName));
    }

    @PostMapping("/divisions/plans/{id}/raise")
    @Requires("divisions.plan")
    Page raise(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cityCode,
            @RequestParam(defaultValue = "") String cityName) {
        DivisionCode county = plans.get(PlanId.of(id)).county();
        return change(id, (drawing, atlas) -> drawing.raise(atlas, county, code(cityCode), cityName));
    }

    @PostMapping("/divisions/plans/{id}/clear")
    @Requires("divisions.plan")
    Page clear(@PathVariable String id) {
        return change(id, (drawing, atlas) -> Redrawing.NONE);
    }

    @GetMapping("/divisions/plans/{id}/table.xlsx")
    @Requires("divisions.plans")
    View table(@PathVariable String id) {
        Plan plan = plans.get(PlanId.of(id));
        return PlanWorkbook.table(plan, plans.atlas(plan), plans.namesBefore(plan.id()));
    }

    @PostMapping("/divisions/plans/{id}/table")
    @Requires("divisions.plan")
    Page setTable(@PathVariable String id, @RequestParam MultipartFile file) {
        return change(id, (drawing, atlas) -> Redrawing.of(atlas, PlanWorkbook.read(file)));
    }

    @PostMapping("/divisions/plans/{id}/rehearse")
    @Requires("divisions.plan")
    Page rehearse(@PathVariable String id) {
        return step(id, "divisions.plan.done.rehearsed", runs::rehearse);
    }

    @PostMapping("/divisions/plans/{id}/consult")
    @Requires("divisions.plan")
    Page consult(@PathVariable String id, @RequestParam(defaultValue = "") String until) {
        return step(id, "divisions.plan.done.consult", plan -> plans.consult(plan, PlansPage.day(until)));
    }

    @PostMapping("/divisions/plans/{id}/opinion")
    @Requires("divisions.plan")
    Page opinion(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String giver,
            @RequestParam Opinion.Stance stance,
            @RequestParam(defaultValue = "") String words) {
        return step(id, "divisions.plan.done.opinion", plan -> plans.addOpinion(plan, giver, stance, words));
    }

    @PostMapping("/divisions/plans/{id}/approve")
    @Requires("divisions.approve")
    Page approve(@PathVariable String id) {
        return step(id, "divisions.plan.done.approved", plans::approve);
    }

    @PostMapping("/divisions/plans/{id}/carry-out")
    @Requires("divisions.approve")
    Page carryOut(@PathVariable String id) {
        return step(id, "divisions.plan.done.carried-out", runs::carryOut);
    }

    @PostMapping("/divisions/plans/{id}/undo")
    @Requires("divisions.approve")
    Page undo(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        return step(id, "divisions.plan.done.undone", plan -> runs.undo(plan, reason));
    }

    @PostMapping("/divisions/plans/{id}/withdraw")
    @Requires("divisions.plan")
    Page withdraw(@PathVariable String id) {
        return step(id, "divisions.plan.done.withdrawn", plans::withdraw);
    }

    private Page change(String id, Change change) {
        return step(id, "divisions.plan.done.changed", plan -> plans.change(plan, change::of));
    }

    private Page step(String id, String done, Step step) {
        PlanId plan = PlanId.of(id);
        plans.get(plan);
        try {
            step.on(plan);
            return Page.redirect("/divisions/plans/" + plan, done);
        } catch (Refused refused) {
            return Page.invalid("divisions/plan", view(plan, "", Optional.of(refused)));
        }
    }

    private PlanView view(PlanId id, String town, Optional<Refused> refused) {
        Plan plan = plans.get(id);
        return PlanView.of(
                plan,
                plans.atlas(plan),
                plans.namesBefore(id),
                plans.findRehearsal(id),
                plans.opinions(id),
                new PlanView.Asked(clock.today(), town, refused));
    }

    private static List<DivisionCode> codes(List<String> texts) {
        return texts.stream().map(PlanPage::code).toList();
    }

    static DivisionCode code(String text) {
        try {
            return new DivisionCode(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new Refused("divisions.plan.unknown", text);
        }
    }
}
