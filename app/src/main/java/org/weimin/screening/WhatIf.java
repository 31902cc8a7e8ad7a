package org.weimin.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Access;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.ledger.Account;
import org.weimin.ledger.Budgets;
import org.weimin.ledger.Fund;
import org.weimin.ledger.FundStand;
import org.weimin.screening.internal.EffectStore;
import org.weimin.screening.internal.ScenarioStore;
import org.weimin.screening.internal.SupposedLaw;
import org.weimin.shell.PageOf;

/** 资金测算: what another law would cost and whom it would concern. Reckons, and changes nothing that anybody receives. */
@Service
@Transactional
public class WhatIf {
    private static final int MOST_IN_A_WORKBOOK = 50_000;
    private static final int LONGEST_NAME = 60;
    private final ScenarioStore scenarios;
    private final EffectStore effects;
    private final SupposedLaw law;
    private final Budgets budgets;
    private final Access access;
    private final BusinessClock clock;

    WhatIf(
            ScenarioStore scenarios,
            EffectStore effects,
            SupposedLaw law,
            Budgets budgets,
            Access access,
            BusinessClock clock) {
        this.scenarios = scenarios;
        this.effects = effects;
        this.law = law;
        this.budgets = budgets;
        this.access = access;
        this.clock = clock;
    }

    /** Asks for the figures of the place; they are worked in the background. What cannot be the law is refused. */
    public ScenarioId ask(String name, DivisionCode place, Supposition supposed) {
        access.requireArea(place);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refused("screening.whatif.no-name", LONGEST_NAME);
        }
        var scenario = new Scenario(
                ScenarioId.next(),
                name.strip(),
                place,
                law.checked(supposed),
                clock.today(),
                Acting.current().key(),
                Sweep.Status.ASKED,
                Scenario.Reach.NOTHING,
                Scenario.Took.NOTHING,
                "");
        scenarios.add(scenario);
        return scenario.id();
    }

    /** The supposition that town and country have one standard: every rural value is what the common one is. */
    @Transactional(readOnly = true)
    public Supposition unified(Supposition supposed) {
        return law.unified(supposed);
    }

    /** A scenario of another place does not exist for the actor. */
    @Transactional(readOnly = true)
    public Scenario get(ScenarioId id) {
        Scenario scenario = scenarios.get(id);
        access.requireArea(scenario.place());
        return scenario;
    }

    @Transactional(readOnly = true)
    public List<Scenario> list(DivisionCode place) {
        return scenarios.list(place).stream()
                .filter(scenario -> place.contains(scenario.place()))
                .toList();
    }

    public void forget(ScenarioId id) {
        if (get(id).isOpen()) {
            throw new Refused("screening.whatif.running");
        }
        scenarios.forget(id);
    }

    /** Town by town; of a scenario that is still being worked, an estimate from the households judged so far. */
    @Transactional(readOnly = true)
    public Map<ScenarioId, Impact> impacts(Collection<Scenario> some) {
        var counted = effects.impacts(some.stream().map(Scenario::id).toList());
        return some.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Scenario::id,
                        scenario ->
                                counted.getOrDefault(scenario.id(), Impact.NONE).estimated(scenario.reach())));
    }

    /** How many gain or lose how much a month under the matter that the scenario is about. */
    @Transactional(readOnly = true)
    public List<Band> bands(Scenario scenario) {
        return effects.bands(scenario.id(), scenario.supposition().matter());
    }

    /** What is left of each fund at the end of the year in which the change takes effect. */
    @Transactional(readOnly = true)
    public List<Outlook> outlooks(Scenario scenario, Impact impact) {
        var stands = budgets.stands();
        return scenarios.paidThrough(scenario.id()).entrySet().stream()
                .map(each -> Outlook.of(
                        new Outlook.Stand(each.getKey(), available(stands, scenario, each.getKey()), each.getValue()),
                        impact.of(each.getKey()),
                        scenario.asOf(),
                        scenario.supposition().from()))
                .sorted(Comparator.comparing((Outlook outlook) ->
                                !outlook.matter().equals(scenario.supposition().matter()))
                        .thenComparing(outlook -> outlook.matter().value()))
                .toList();
    }

    private static Optional<Money> available(List<FundStand> stands, Scenario scenario, MatterId matter) {
        var fund = new Fund(matter, scenario.supposition().from().getYear());
        return stands.stream()
                .filter(stand -> stand.fund().equals(fund))
                .map(stand -> stand.of(Account.Kind.AVAILABLE))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public PageOf<Affected> affected(EffectFilter filter, int page) {
        return effects.list(filter, page);
    }

    /** For a workbook; longer lists are to be narrowed down. */
    @Transactional(readOnly = true)
    public List<Affected> affected(EffectFilter filter) {
        return effects.all(filter, MOST_IN_A_WORKBOOK);
    }
}
