package org.weimin.benefits;

import java.time.LocalDate;
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
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;

/** 待遇: the front desk of this room. Grants, ends, and owes each due month to the ledger. */
@Service
@Transactional
public class Benefits {
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

    /** 社会救助法: a death ends the aid of a sole recipient by itself, without a decision, from the next month. */
    public void endAtDeath(Entitlement entitlement, YearMonth monthOfDeath) {
        end(entitlement, monthOfDeath.plusMonths(1), "DEATH");
        recoverAfter(entitlement, monthOfDeath);
        LocalDate from = monthOfDeath.plusMonths(1).atDay(1);
        receiving.end(entitlement.subject(), entitlement.matter(), from, entitlement.decidedBy());
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
