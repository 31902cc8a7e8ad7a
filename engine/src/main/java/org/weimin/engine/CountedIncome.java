package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/**
 * 待遇计入收入: adds to the income that a matter asks for what other matters would newly pay, where that counts. What a
 * person receives already stands in the registered income, and is not added twice.
 */
final class CountedIncome {
    private final Terms terms;
    private final Map<MatterId, Pack> packs = new HashMap<>();
    private final FactSheet registered;
    private final Map<MatterId, List<AllAtOnce.Added>> added = new HashMap<>();

    CountedIncome(Terms terms, Collection<Pack> packs, FactSheet registered) {
        this.terms = terms;
        this.registered = registered;
        packs.forEach(pack -> this.packs.put(pack.id(), pack));
    }

    /** The facts as this matter sees them; an income that nobody knows stays unknown. */
    FactSheet added(FactSheet seen, Pack asking, List<Determination> answers, Set<AllAtOnce.Claimant> givenWay) {
        var more = new HashMap<String, Money>();
        var open = new HashSet<String>();
        for (Terms.Counted counted : terms.countedBy(asking.id())) {
            answers.stream()
                    .filter(answer -> answer.matter().equals(counted.paid()))
                    .filter(answer -> !givenWay.contains(AllAtOnce.Claimant.of(answer)))
                    .forEach(answer -> take(counted, answer, more, open));
        }
        FactSheet sheet = seen;
        for (String person : seen.persons()) {
            if (open.contains(person) || more.containsKey(person)) {
                Money sum = more.getOrDefault(person, Money.ZERO);
                sheet = open.contains(person) ? unsettled(sheet, person) : richer(sheet, person, sum);
            }
        }
        return sheet;
    }

    private void take(Terms.Counted counted, Determination answer, Map<String, Money> more, Set<String> open) {
        Claim claim = Claim.of(answer);
        String judged = answer.question().person();
        List<String> persons = judged.isEmpty() ? registered.persons() : List.of(judged);
        for (String person : persons) {
            if (!isReceived(counted.paid(), person)) {
                Money share = counted.of(claim.share(Set.of(person)));
                if (share.isPositive()) {
                    more.merge(person, share, Money::plus);
                    note(counted, person, share);
                }
                if (answer.outcome() instanceof Outcome.CannotTell) {
                    open.add(person);
                }
            }
        }
    }

    private void note(Terms.Counted counted, String person, Money share) {
        terms.overlaps()
                .income(counted.paid(), counted.asking())
                .ifPresent(rule -> added.computeIfAbsent(counted.asking(), ignored -> new ArrayList<>())
                        .add(new AllAtOnce.Added(person, share, rule)));
    }

    /** What was added for that matter. */
    List<AllAtOnce.Added> added(MatterId asking) {
        return List.copyOf(added.getOrDefault(asking, List.of()));
    }

    private boolean isReceived(MatterId paid, String person) {
        Pack pack = packs.get(paid);
        return pack != null
                && pack.matter().giving().facts().stream()
                        .flatMap(name -> registered.find(pack.dictionary().get(name), person).stream())
                        .anyMatch(fact -> Boolean.TRUE.equals(fact.value()));
    }

    private FactSheet unsettled(FactSheet sheet, String person) {
        return sheet.with(person, Fact.unsettled(terms.overlaps().incomeFact(), "SYSTEM", ""));
    }

    private FactSheet richer(FactSheet sheet, String person, Money more) {
        String name = terms.overlaps().incomeFact();
        return sheet.find(person, name)
                .filter(Fact::isSettled)
                .map(fact -> sheet.with(
                        person,
                        new Fact(name, ((BigDecimal) fact.value()).add(more.toYuan()), "SYSTEM", fact.evidence())))
                .orElse(sheet);
    }
}
