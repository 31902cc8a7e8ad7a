package org.weimin.divisions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.Audit;
import org.weimin.divisions.internal.PlanStore;
import org.weimin.divisions.internal.RehearsalStore;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.Refused;

/**
 * 演练与实施: rehearses a plan, carries it out and takes it back. Each is one transaction of the system over every table, so
 * whoever asks must not be inside another one; killed in the middle, nothing was begun.
 */
@Service
public class PlanRuns {
    private final Plans plans;
    private final Stores stores;
    private final ObjectProvider<PlanCheck> checks;
    private final TransactionTemplate transaction;
    private final Books books;
    private final BusinessClock clock;

    /** Where it is written down, and who is told. */
    @org.springframework.stereotype.Component
    record Books(Audit audit, ApplicationEventPublisher events) {}

    /** What is asked of the database. */
    @org.springframework.stereotype.Component
    record Stores(PlanStore plans, RehearsalStore rehearsals) {}

    PlanRuns(
            Plans plans,
            Stores stores,
            ObjectProvider<PlanCheck> checks,
            TransactionTemplate transaction,
            Books books,
            BusinessClock clock) {
        this.plans = plans;
        this.stores = stores;
        this.checks = checks;
        this.transaction = transaction;
        this.books = books;
        this.clock = clock;
    }

    /** 演练: carries it out to the last row, counts, and takes it back. */
    public Rehearsal rehearse(PlanId id) {
        Plan plan = plans.get(id);
        if (!plan.mayRehearse()) {
            throw new Refused("divisions.plan.not-now", plan.status().name());
        }
        plan.redrawing().check(plans.atlas(plan));
        asSystem("rehearse", plan, () -> {
            long start = System.nanoTime();
            List<Conflict> conflicts = conflicts(plan);
            String refused = stores.rehearsals().rehearse(id, clock.now());
            if (!refused.isEmpty()) {
                String[] words = refused.split(" ");
                conflicts.add(Conflict.blocks("divisions.conflict." + words[0], (Object[])
                        List.of(words).subList(1, words.length).toArray(String[]::new)));
            }
            stores.rehearsals().keep(id, clock.now(), Duration.ofNanos(System.nanoTime() - start), conflicts);
            boolean mayGoOn = conflicts.stream().noneMatch(Conflict::blocks);
            stores.plans().save(plan.rehearsed(mayGoOn));
        });
        return plans.findRehearsal(id).orElseThrow();
    }

    /** 实施: on its day or after it, by the office's clock or by somebody's hand. */
    public void carryOut(PlanId id) {
        Plan plan = plans.get(id);
        if (plan.status() != Plan.Status.APPROVED) {
            throw new Refused("divisions.plan.not-approved", plan.status().name());
        }
        if (plan.on().isAfter(clock.today())) {
            throw new Refused("divisions.plan.not-yet", plan.on());
        }
        try {
            asSystem("carry-out", plan, () -> carryOutHere(plan));
        } catch (Refused refused) {
            // The day's own work, or a colleague, may have been quicker by a moment.
            Plan now = plans.get(id);
            throw now.status() == Plan.Status.APPROVED
                    ? refused
                    : new Refused("divisions.plan.already", now.status().name());
        }
    }

    /** Inside the transaction of the day that began; what does not fit any more is refused before a row has moved. */
    public void carryOutHere(Plan plan) {
        plan.redrawing().check(plans.atlas(plan));
        List<Conflict> conflicts = conflicts(plan);
        if (conflicts.stream().anyMatch(Conflict::blocks)) {
            throw new Refused("divisions.plan.conflicts", plan.purpose().title());
        }
        stores.rehearsals().carryOut(plan.id(), clock.today(), clock.now());
        record("divisions.plan.carried-out", plan);
        books.events().publishEvent(new PlanCarriedOut(plan.id()));
    }

    /** 撤销: by another person than the drafter, with the reason; refused when later changes stand on it. */
    public void undo(PlanId id, String reason) {
        Plan plan = plans.get(id);
        Actor.Staff staff = Acting.staff();
        if (plan.status() != Plan.Status.CARRIED_OUT) {
            throw new Refused("divisions.plan.not-carried-out", plan.status().name());
        }
        if (staff.id().equals(plan.hands().drafted().by())) {
            throw new Refused("divisions.plan.same-person", staff.name());
        }
        if (reason.isBlank()) {
            throw new Refused("divisions.plan.undo-reason");
        }
        var hand = new Plan.Hand(staff.id(), staff.name(), clock.today(), reason.strip());
        asSystem("undo", plan, () -> {
            stores.rehearsals().undo(id, hand, clock.now());
            record("divisions.plan.undone", plan);
            books.events().publishEvent(new PlanUndone(id));
        });
    }

    private void asSystem(String what, Plan plan, Runnable work) {
        var job = new Actor.SystemJob("divisions-" + what, plan.id().toString());
        Acting.as(job, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private List<Conflict> conflicts(Plan plan) {
        var conflicts = new ArrayList<Conflict>();
        stores.rehearsals()
                .others(plan)
                .forEach(other -> conflicts.add(Conflict.blocks("divisions.conflict.plan", other)));
        conflicts.addAll(ownConflicts(plan, plans.atlas(plan)));
        checks.orderedStream().forEach(check -> conflicts.addAll(check.look().at(plan)));
        return conflicts;
    }

    /** Two villages of one name in one town; two offices of which one remains. */
    private static List<Conflict> ownConflicts(Plan plan, Atlas atlas) {
        var conflicts = new ArrayList<Conflict>();
        var redrawing = plan.redrawing();
        var offices = new TreeMap<DivisionCode, Set<String>>();
        redrawing.lines().forEach((before, after) -> {
            if (before.value().length() == 9) {
                offices.computeIfAbsent(after, code -> new TreeSet<>()).add(atlas.nameOf(before));
            }
        });
        offices.forEach((after, names) -> {
            if (names.size() > 1) {
                conflicts.add(Conflict.mind(
                        "divisions.conflict.offices",
                        redrawing.names().getOrDefault(after, ""),
                        String.join("、", names)));
            }
        });
        var villages = new TreeMap<String, Integer>();
        for (DivisionCode code : atlas.all()) {
            if (code.value().length() == 12) {
                DivisionCode after = redrawing.after(code);
                String name = redrawing.names().getOrDefault(after, atlas.nameOf(code));
                String town = redrawing.names().getOrDefault(after.town(), atlas.nameOf(after.town()));
                villages.merge(town + " " + name, 1, Integer::sum);
            }
        }
        villages.forEach((name, times) -> {
            if (times > 1) {
                conflicts.add(Conflict.mind("divisions.conflict.villages", (Object[]) name.split(" ")));
            }
        });
        return conflicts;
    }

    private void record(String what, Plan plan) {
        LocalDate on = plan.on();
        books.audit().changed(what, plan.id().value(), plan.county().value(), Map.of("on", on.toString()));
    }
}
