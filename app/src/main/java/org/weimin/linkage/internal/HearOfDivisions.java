package org.weimin.linkage.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanCarriedOut;
import org.weimin.divisions.PlanUndone;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Redrawing;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.RegisterEvent.Origin;
import org.weimin.linkage.Settlement;

/** 区划调整: each new division tells once of the plan that made it; a plan that is undone takes its events back. */
@Component
class HearOfDivisions {
    private static final String KIND = "DIVISION_CHANGE";
    private final Linkage linkage;
    private final Plans plans;
    private final BusinessClock clock;

    HearOfDivisions(Linkage linkage, Plans plans, BusinessClock clock) {
        this.linkage = linkage;
        this.plans = plans;
        this.clock = clock;
    }

    @EventListener
    void on(PlanCarriedOut carriedOut) {
        Plan plan = plans.get(carriedOut.plan());
        if (linkage.table().findKind(KIND).isPresent()) {
            changed(plan.redrawing())
                    .forEach((after, before) -> linkage.register(new RegisterEvent(
                            KIND,
                            origin(plan, after),
                            About.of(after),
                            clock.today(),
                            clock.today(),
                            after,
                            Map.of(Detail.PLACE, before.value()))));
        }
    }

    @EventListener
    void on(PlanUndone undone) {
        Plan plan = plans.get(undone.plan());
        String why = plan.hands()
                .undone()
                .map(Plan.Hand::words)
                .orElse(plan.purpose().title());
        changed(plan.redrawing())
                .keySet()
                .forEach(after -> linkage.find(origin(plan, after))
                        .ifPresent(event -> linkage.settle(event.id(), new Settlement.Dismiss(why))));
    }

    private static Origin origin(Plan plan, DivisionCode after) {
        return new Origin("divisions", plan.id() + ":" + after);
    }

    /** The topmost that change, with one that went into each: what lies in a town follows its town. */
    private static Map<DivisionCode, DivisionCode> changed(Redrawing redrawing) {
        var changed = new LinkedHashMap<DivisionCode, DivisionCode>();
        redrawing.lines().forEach((before, after) -> {
            boolean follows =
                    before.parent().filter(redrawing.lines()::containsKey).isPresent();
            if (!follows) {
                changed.merge(after, before, (one, other) -> one.equals(after) ? other : one);
            }
        });
        return changed;
    }
}
