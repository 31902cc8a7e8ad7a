package org.weimin.divisions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.divisions.internal.DivisionStore;
import org.weimin.divisions.internal.PlanStore;
import org.weimin.divisions.internal.RehearsalStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;

/** 区划变更: the desk where divisions are redrawn: drafted by one person, said something about, approved by another. */
@Service
@Transactional
public class Plans {
    private final PlanStore plans;
    private final RehearsalStore rehearsals;
    private final DivisionStore divisions;
    private final Audit audit;
    private final BusinessClock clock;

    Plans(PlanStore plans, RehearsalStore rehearsals, DivisionStore divisions, Audit audit, BusinessClock clock) {
        this.plans = plans;
        this.rehearsals = rehearsals;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Plan get(PlanId id) {
        return plans.get(id);
    }

    @Transactional(readOnly = true)
    public List<Plan> list() {
        return plans.list();
    }

    @Transactional(readOnly = true)
    public List<Opinion> opinions(PlanId id) {
        return plans.opinions(id);
    }

    @Transactional(readOnly = true)
    public Optional<Rehearsal> findRehearsal(PlanId id) {
        return rehearsals.find(id);
    }

    /** What the divisions of the plan were called when it was drawn. */
    @Transactional(readOnly = true)
    public Map<DivisionCode, String> namesBefore(PlanId id) {
        return plans.namesBefore(id);
    }

    /** The county as it is today, against which an open plan is drawn. */
    @Transactional(readOnly = true)
    public Atlas atlas(Plan plan) {
        Collection<DivisionCode> others = plan.redrawing().lines().values();
        return divisions.atlas(plan.county(), others, clock.today(), clock.now());
    }

    /** Both drawings of a plan, to read figures in. */
    @Transactional(readOnly = true)
    public Geography geography(Plan plan) {
        return new Geography(plan, atlas(plan), plans.namesBefore(plan.id()));
    }

    public PlanId begin(DivisionCode county, Plan.Purpose purpose, LocalDate on) {
        refuseDay(on);
        Plan plan = Plan.begin(county, purpose, on, hand(""));
        plans.add(plan);
        record("divisions.plan.begun", plan);
        return plan.id();
    }

    /** One more change of the drawing, or another drawing; it is rehearsed anew whatever was found before. */
    public void change(PlanId id, BiFunction<Redrawing, Atlas, Redrawing> change) {
        Plan plan = plans.get(id);
        Atlas atlas = atlas(plan);
        Plan changed = plan.with(change.apply(plan.redrawing(), atlas));
        plans.keep(id, changed.redrawing());
        plans.save(changed);
        record("divisions.plan.changed", changed);
    }

    /** 公示: anybody may speak until the day; at least seven days. */
    public void consult(PlanId id, LocalDate until) {
        Plan shown = plans.get(id).consulted(clock.today(), until);
        plans.save(shown);
        record("divisions.plan.shown", shown);
    }

    public void addOpinion(PlanId id, String giver, Opinion.Stance stance, String words) {
        Plan plan = plans.get(id);
        boolean open = plan.status() == Plan.Status.CONSULTING
                && plan.window()
                        .until()
                        .filter(until -> !clock.today().isAfter(until))
                        .isPresent();
        if (!open) {
            throw new Refused("divisions.plan.window-shut");
        }
        if (giver.isBlank() || words.isBlank()) {
            throw new Refused("divisions.plan.opinion-empty");
        }
        plans.addOpinion(
                plan,
                new Opinion(giver.strip(), stance, words.strip(), clock.today()),
                Acting.staff().id());
    }

    /** 批准: by another person than the drafter, after everybody could speak, of exactly what was rehearsed. */
    public void approve(PlanId id) {
        Plan plan = plans.get(id);
        refuseDay(plan.on());
        boolean rehearsed = rehearsals
                .find(id)
                .filter(rehearsal -> rehearsal.isOfThisPlan() && rehearsal.mayGoOn())
                .isPresent();
        if (!rehearsed) {
            throw new Refused("divisions.plan.not-rehearsed");
        }
        Plan approved = plan.approved(hand(""));
        plans.save(approved);
        record("divisions.plan.approved", approved);
    }

    public void withdraw(PlanId id) {
        Plan withdrawn = plans.get(id).withdrawn();
        plans.save(withdrawn);
        record("divisions.plan.withdrawn", withdrawn);
    }

    /** Money is paid by whole months of one geography, and what was closed stays as it was paid. */
    private void refuseDay(LocalDate on) {
        LocalDate today = clock.today();
        if (on.getYear() < today.getYear()) {
            throw new Refused("divisions.plan.closed-year", String.valueOf(on.getYear()));
        }
        if (!on.isAfter(today)) {
            throw new Refused("divisions.plan.past", on, today);
        }
        if (on.getDayOfMonth() != 1) {
            throw new Refused("divisions.plan.not-first", on);
        }
    }

    private Plan.Hand hand(String words) {
        Actor.Staff staff = Acting.staff();
        return new Plan.Hand(staff.id(), staff.name(), clock.today(), words);
    }

    private void record(String what, Plan plan) {
        audit.changed(
                what,
                plan.id().value(),
                plan.county().value(),
                Map.of("on", plan.on().toString(), "status", plan.status().name()));
    }
}
