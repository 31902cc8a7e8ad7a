package org.weimin.benefits;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.benefits.internal.DebtPlan;
import org.weimin.benefits.internal.EntitlementStore;
import org.weimin.benefits.internal.FollowUpStore;
import org.weimin.benefits.internal.Receiving;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;

/** 待遇: the front desk of this room. Grants, ends, and owes each due month to the ledger. */
@Service
@Transactional
public class Benefits {
    private static final String BY_EVENT = "EVENT";
    private final EntitlementStore entitlements;
    private final FollowUpStore followUps;
    private final Ledger ledger;
    private final Receiving receiving;
    private final BusinessClock clock;
    private final Audit audit;

    Benefits(
            EntitlementStore entitlements,
            FollowUpStore followUps,
            Ledger ledger,
            Receiving receiving,
            BusinessClock clock,
            Audit audit) {
        this.entitlements = entitlements;
        this.followUps = followUps;
        this.ledger = ledger;
        this.receiving = receiving;
        this.clock = clock;
        this.audit = audit;
    }

    /** Takes the place of what the subject received under the matter; months that have begun are owed at once. */
    public void grant(Award award) {
        Entitlement granted = award.entitlement();
        var before = live(granted.subject(), granted.matter(), granted.from());
        before.ifPresent(old -> end(old, granted.from(), "SUPERSEDED"));
        entitlements.add(granted);
        var plan = DebtPlan.of(
                granted, before.map(old -> ledger.owedUnder(old.id())).orElse(List.of()), thisMonth());
        ledger.owe(plan.debts(), clock.today());
        followUps.addOverpayments(before.orElse(granted), plan.overpaid());
        receiving.begin(
                granted.subject(),
                granted.matter(),
                award.covered(),
                Period.since(granted.from().atDay(1)),
                granted.decidedBy());
        audit.changed(
                "entitlement.granted",
                granted.id().value(),
                granted.area().value(),
                Map.of(
                        "matter",
                        granted.matter().value(),
                        "from",
                        granted.from().toString()));
    }

    /** The last month is still owed. Later ones that no run has taken are withdrawn; paid ones are to be recovered. */
    public void endAfter(Subject subject, MatterId matter, YearMonth lastMonth, CaseFileId because) {
        live(subject, matter, lastMonth.plusMonths(1)).ifPresent(old -> {
            end(old, lastMonth.plusMonths(1), "STOPPED");
            recoverAfter(old, lastMonth);
            receiving.end(subject, matter, lastMonth.plusMonths(1).atDay(1), because);
        });
    }

    /** What decisions gave the subject, whatever events have done to it since. */
    @Transactional(readOnly = true)
    public List<Entitlement> decidedFor(Subject subject) {
        return entitlements.decidedFor(subject);
    }

    /** What decisions left of the entitlement, and what stands of it. */
    @Transactional(readOnly = true)
    public Optional<Entitlement> findDecided(EntitlementId id) {
        return entitlements.findDecided(id);
    }

    /**
     * 社会救助法: such as a death, which ends the aid of a sole recipient by itself. The end is whatever events together
     * ask for at the moment: said again it changes nothing, and it may move.
     */
    public void endByEvent(Entitlement decided, YearMonth until) {
        endByEvents(decided, decided.until().filter(until::isAfter).or(() -> Optional.of(until)));
    }

    /** No event ends it any more: it goes on as it was decided, and what was withdrawn is owed again. */
    public void continueAsDecided(Entitlement decided) {
        endByEvents(decided, decided.until());
    }

    /** What was paid too much under it and is to be recovered. */
    @Transactional(readOnly = true)
    public Money overpaid(EntitlementId id) {
        return followUps.overpaid(id);
    }

    /** Every entitlement that covers the month owes it; a month that is owed already is owed once. */
    public int accrue(YearMonth month) {
        var debts = entitlements.covering(month).stream()
                .map(entitlement -> DebtPlan.regular(entitlement, month))
                .toList();
        return ledger.owe(debts, clock.today());
    }

    /** What was granted and paid before this system: one set, booked as paid, with the present month still owed. */
    public void importHistory(List<Award> awards) {
        var history = awards.stream().map(Award::entitlement).toList();
        entitlements.addAll(history);
        var paid = new ArrayList<org.weimin.ledger.Payable>();
        for (Entitlement each : history) {
            for (YearMonth month = each.from(); month.isBefore(thisMonth()) && each.covers(month); ) {
                paid.add(DebtPlan.regular(each, month));
                month = month.plusMonths(1);
            }
        }
        ledger.takeOver(paid, clock.today());
        var due = history.stream()
                .filter(each -> each.covers(thisMonth()))
                .map(each -> DebtPlan.regular(each, thisMonth()))
                .toList();
        ledger.owe(due, clock.today());
        receiving.takeOver(awards, clock.now());
    }

    @Transactional(readOnly = true)
    public List<Entitlement> of(Subject subject) {
        return entitlements.of(subject);
    }

    /** What the subject receives under the matter in the month or later. */
    @Transactional(readOnly = true)
    public Optional<Entitlement> live(Subject subject, MatterId matter, YearMonth month) {
        return entitlements.of(subject).stream()
                .filter(each -> each.matter().equals(matter))
                .filter(each -> each.until().map(month::isBefore).orElse(true))
                .findFirst();
    }

    /** 在享名册: what is received of a matter in a place in the month or later, in the order of ids, some at a time. */
    @Transactional(readOnly = true)
    public List<Entitlement> holders(
            MatterId matter, DivisionCode place, YearMonth month, EntitlementId after, int most) {
        return entitlements.holders(matter, place, month, after, most);
    }

    private void endByEvents(Entitlement decided, Optional<YearMonth> until) {
        Optional<Entitlement> standing = entitlements.find(decided.id());
        boolean asItIs = standing.map(each -> each.until().equals(until))
                .orElse(until.filter(month -> !month.isAfter(decided.from())).isPresent());
        if (asItIs || !entitlements.standUntil(decided, until)) {
            return;
        }
        YearMonth before = standing.flatMap(Entitlement::until).orElse(decided.from());
        if (standing.isEmpty() || standing.get().until().isPresent()) {
            var again = Period.since(before.atDay(1));
            receiving.begin(decided.subject(), decided.matter(), List.of(), again, decided.decidedBy());
        }
        settle(decided, before, until);
        until.ifPresent(
                month -> receiving.end(decided.subject(), decided.matter(), month.atDay(1), decided.decidedBy()));
        audit.changed(
                "entitlement.by-event",
                decided.id().value(),
                decided.area().value(),
                Map.of("until", until.map(YearMonth::toString).orElse("")));
    }

    /** Takes back what is not due any more, owes again what is, and what has fallen due since. */
    private void settle(Entitlement decided, YearMonth before, Optional<YearMonth> until) {
        YearMonth end = until.orElse(thisMonth().plusMonths(1));
        ledger.withdrawAfter(decided.id(), end.minusMonths(1), BY_EVENT);
        ledger.restoreBefore(decided.id(), end, BY_EVENT);
        var owed = ledger.owedUnder(decided.id());
        followUps.settle(decided, DebtPlan.paidAfter(owed, end.minusMonths(1)), clock.today());
        ledger.owe(DebtPlan.missing(decided, owed, before, min(end, thisMonth().plusMonths(1))), clock.today());
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private void end(Entitlement entitlement, YearMonth until, String reason) {
        entitlements.end(entitlement, until, reason);
        ledger.withdrawAfter(entitlement.id(), until.minusMonths(1), reason);
        audit.changed(
                "entitlement.ended",
                entitlement.id().value(),
                entitlement.area().value(),
                Map.of("until", until.toString(), "because", reason));
    }

    private void recoverAfter(Entitlement entitlement, YearMonth lastMonth) {
        followUps.addOverpayments(entitlement, DebtPlan.paidAfter(ledger.owedUnder(entitlement.id()), lastMonth));
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.today());
    }
}
