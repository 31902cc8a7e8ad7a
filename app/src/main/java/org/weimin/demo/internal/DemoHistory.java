package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Rechecks;
import org.weimin.divisions.Divisions;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.facts.Facts;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;

/** 历史: allowances granted before this system, for the amount that the rules gave on the day. */
@Component
class DemoHistory {
    static final MatterId DIBAO = new MatterId("dibao");
    private static final int OF_AGE = 18;
    private final Facts facts;
    private final Eligibility eligibility;
    private final Benefits benefits;
    private final WelfareHistory welfare;
    private final Rechecks rechecks;
    private final Divisions divisions;

    DemoHistory(
            Facts facts,
            Eligibility eligibility,
            Benefits benefits,
            WelfareHistory welfare,
            Rechecks rechecks,
            Divisions divisions) {
        this.facts = facts;
        this.eligibility = eligibility;
        this.benefits = benefits;
        this.welfare = welfare;
        this.rechecks = rechecks;
        this.divisions = divisions;
    }

    /** What was awarded; whoever the rules would not have given anything is left without. */
    List<Award> grant(List<Truth> truths, Chance chance, LocalDate today) {
        List<Award> history = truths.stream()
                .filter(Truth::receives)
                .flatMap(truth -> award(truth, chance, today).stream())
                .toList();
        benefits.importHistory(history);
        return history;
    }

    /** What each person has drawn from the welfare lines, what is planted in them, and what is looked at again. */
    WelfareHistory.Awarded grantWelfare(
            List<Drawn> households, Set<HouseholdId> onDibao, Chance chance, LocalDate today) {
        WelfareHistory.Awarded awarded = welfare.grant(households, onDibao, chance, today);
        rechecks.plan(today);
        rechecks.draw(today);
        return awarded;
    }

    private Optional<Award> award(Truth truth, Chance chance, LocalDate today) {
        boolean changedSince = truth.kind() != Truth.Kind.RECEIVING_RIGHTLY;
        YearMonth from =
                YearMonth.from(today).minusMonths(changedSince ? chance.between(15, 19) : chance.between(2, 22));
        LocalDate decidedOn = from.minusMonths(1).atDay(chance.between(3, 26));
        var family = truth.family();
        family.relatives().stream()
                .filter(person -> !person.identity().birth().plusYears(OF_AGE).isAfter(today))
                .forEach(person -> facts.consent(family.id(), person.id(), decidedOn, "核对授权书（历史档案）"));
        var determination = eligibility.determine(DIBAO, family.id(), decidedOn);
        return switch (determination.outcome()) {
            case Outcome.Entitled(var grants) ->
                monthly(grants)
                        .map(amount -> new Award(
                                new Entitlement(
                                        new EntitlementId(chance.id()),
                                        DIBAO,
                                        new Subject.OfHousehold(family.id()),
                                        family.relatives().getFirst().id(),
                                        amount,
                                        from,
                                        Optional.empty(),
                                        new CaseFileId(chance.id()),
                                        divisions.areaOf(family.place())),
                                Award.covered(grants)));
            case Outcome.NotEntitled ignored -> Optional.empty();
            case Outcome.CannotTell ignored -> Optional.empty();
        };
    }

    private static Optional<Money> monthly(List<Grant> grants) {
        Money sum = Money.sum(grants.stream()
                .flatMap(grant -> grant instanceof Grant.Monthly monthly ? Stream.of(monthly.amount()) : Stream.of()));
        return sum.isPositive() ? Optional.of(sum) : Optional.empty();
    }
}
