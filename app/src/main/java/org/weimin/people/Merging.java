package org.weimin.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.MergeConcern.Said;
import org.weimin.people.MergeConcern.Weight;
import org.weimin.people.internal.MergeCheck;
import org.weimin.people.internal.MergeDeed;
import org.weimin.people.internal.MergeStore;

/** 人员合并: makes two records of one resident one, and two again. What was written about either keeps its words. */
@Service
@Transactional
public class Merging {
    private static final int MOST = 500;
    private final MergeStore merges;
    private final MergeCheck check;
    private final MergeDeed deed;
    private final BusinessClock clock;
    private final Audit audit;
    private final TransactionTemplate apart;

    Merging(
            MergeStore merges,
            MergeCheck check,
            MergeDeed deed,
            BusinessClock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.merges = merges;
        this.check = check;
        this.deed = deed;
        this.clock = clock;
        this.audit = audit;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does it, sees what came of it, and takes it back. */
    public Rehearsal rehearse(MergePlan plan) {
        check.mayBegin(plan);
        return rehearsed(plan);
    }

    private Rehearsal rehearsed(MergePlan plan) {
        List<Said> said = check.said(plan);
        List<Hanging> hangings = merges.hangings(plan.survivor(), plan.merged());
        List<Rehearsal.Clash> clashes = Objects.requireNonNull(apart.execute(status -> {
            status.setRollbackOnly();
            MergeId trial = MergeId.next();
            merges.propose(trial, plan, Acting.staff(), clock.today(), "rehearsal", List.of());
            return deed.move(trial, plan);
        }));
        return new Rehearsal(hangings, clashes, said, check.moneyHangs(hangings));
    }

    /** Done at once where no money hangs on it; else it waits for a second person. */
    public Merge merge(MergePlan plan, String reason) {
        check.mayBegin(plan);
        if (reason.isBlank()) {
            throw new Refused("people.merge.no-reason");
        }
        Rehearsal rehearsal = rehearsed(plan);
        check.mustBePossible(rehearsal);
        MergeId id = MergeId.next();
        merges.propose(id, plan, Acting.staff(), clock.today(), reason.strip(), findings(rehearsal));
        if (!rehearsal.needsSecondPerson()) {
            carryOut(get(id), Optional.empty());
        }
        return get(id);
    }

    /** The second person, who looked again. */
    public Merge confirm(MergeId id) {
        Merge merge = proposed(id);
        Actor.Staff second = Acting.staff();
        if (second.id().equals(merge.proposal().by())) {
            throw new Refused("people.merge.same-person", second.name());
        }
        check.isStillPossible(merge.plan());
        check.mustBePossible(rehearsedWithout(merge));
        carryOut(merge, Optional.of(second));
        return get(id);
    }

    /** A trial beside a proposal would meet it: two merges of one record cannot stand. */
    private Rehearsal rehearsedWithout(Merge merge) {
        return new Rehearsal(List.of(), List.of(), check.said(merge.plan()), false);
    }

    public void reject(MergeId id) {
        proposed(id);
        merges.rejected(id, Acting.staff());
    }

    /**
     * 撤销合并: two records again, as they were. What was written since stays with the survivor, but for the rows that are
     * given to the other; of what decides about aid or owes money none may be.
     */
    public void undo(MergeId id, List<HangingRow> given, String reason) {
        Merge merge = get(id);
        if (merge.status() != Merge.Status.DONE) {
            throw new Refused("people.merge.not-done", merge.proposal().name());
        }
        if (reason.isBlank()) {
            throw new Refused("people.merge.no-reason");
        }
        check.isTheLastOf(merge);
        deed.undo(merge, given, Acting.staff(), clock.today(), reason.strip());
        record("people.merge.undone", merge);
    }

    public Merge get(MergeId id) {
        return merges.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** Merges of which the person is part, the newest first. */
    public List<Merge> of(PersonId person) {
        return merges.of(person);
    }

    public List<Merge> list(Merge.Status status) {
        return merges.list(status, MOST);
    }

    private Merge proposed(MergeId id) {
        Merge merge = get(id);
        if (merge.status() != Merge.Status.PROPOSED) {
            throw new Refused("people.merge.not-proposed", merge.proposal().name());
        }
        return merge;
    }

    private void carryOut(Merge merge, Optional<Actor.Staff> second) {
        List<Rehearsal.Clash> clashes = deed.move(merge.id(), merge.plan());
        check.mustBePossible(new Rehearsal(List.of(), clashes, List.of(), false));
        deed.finish(merge, second, clock.now());
        record("people.merged", merge);
    }

    private void record(String what, Merge merge) {
        DivisionCode area = merge.area();
        audit.changed(
                what,
                merge.plan().survivor().value(),
                area.value(),
                Map.of(
                        "merged",
                        merge.plan().merged().toString(),
                        "merge",
                        merge.id().toString()));
        audit.changed(
                what,
                merge.plan().merged().value(),
                area.value(),
                Map.of(
                        "survivor",
                        merge.plan().survivor().toString(),
                        "merge",
                        merge.id().toString()));
    }

    /** What was noticed stays with the merge, so that somebody looks at it afterwards too. */
    private static List<Merge.Finding> findings(Rehearsal rehearsal) {
        var found = new ArrayList<Merge.Finding>();
        rehearsal.said().stream()
                .filter(said -> said.weight() != Weight.REFUSED)
                .map(Said::finding)
                .forEach(found::add);
        return found;
    }
}
