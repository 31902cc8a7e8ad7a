package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Overlaps;
import org.weimin.engine.population.AllTogether;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.screening.Effect;

/** 权衡: asks the law in force and the supposed one of every subject of a lot. Belongs to one thread. */
final class Weighing {
    private final List<Comparison> comparisons;
    private final AllTogether before;
    private final AllTogether after;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<Group, Count> counts = new HashMap<>();

    /** What is counted together. */
    record Group(DivisionCode area, MatterId matter, Effect.Kind kind, boolean receiving) {}

    /** How many, and what they get a month. */
    static final class Count {
        int subjects;
        int persons;
        long beforeFen;
        long afterFen;
        long receivedFen;
    }

    Weighing(List<Comparison> comparisons, Overlaps overlaps) {
        this.comparisons = comparisons;
        this.before =
                new AllTogether(comparisons.stream().map(Comparison::before).toList(), overlaps);
        this.after = new AllTogether(comparisons.stream().map(Comparison::after).toList(), overlaps);
    }

    List<Effect> effects() {
        return effects;
    }

    Map<Group, Count> counts() {
        return counts;
    }

    void weigh(PopulationReader lot) {
        effects.clear();
        counts.clear();
        before.judge(lot.columns());
        after.judge(lot.columns(), Optional.of(before));
        for (int matter = 0; matter < comparisons.size(); matter++) {
            Comparison comparison = comparisons.get(matter);
            if (comparison.asked()) {
                var was = new Side(before, before.number(comparison.matter()), comparison.before());
                var will = new Side(after, after.number(comparison.matter()), comparison.after());
                int subjects = comparison.judgesPersons()
                        ? lot.columns().members()
                        : lot.columns().households();
                for (int row = 0; row < subjects; row++) {
                    weigh(matter, row, lot, was, will);
                }
            }
        }
    }

    private void weigh(int matter, int row, PopulationReader lot, Side before, Side after) {
        Comparison comparison = comparisons.get(matter);
        int household = comparison.judgesPersons() ? lot.homes().householdOf(row) : row;
        boolean was = before.gives(household, row);
        boolean will = after.gives(household, row);
        boolean unclear = before.isUnclear(household, row) || after.isUnclear(household, row);
        if (!was && !will && !unclear) {
            return;
        }
        long received = lot.received().of(matter, comparison.judgesPersons(), row);
        long gave = was && !unclear ? before.monthly(household, row) : 0;
        long gives = will && !unclear ? after.monthly(household, row) : 0;
        Effect.Kind kind = unclear ? Effect.Kind.UNCLEAR : kind(was, will, gives - gave);
        var effect = new Effect(
                comparison.matter(),
                kind,
                comparison.judgesPersons()
                        ? new Subject.OfPerson(new PersonId(lot.homes().memberId(row)))
                        : new Subject.OfHousehold(new HouseholdId(lot.homes().householdId(row))),
                new HouseholdId(lot.homes().householdId(household)),
                lot.columns().places().get(lot.homes().place(household)),
                received != Received.NOTHING,
                will ? after.persons(household, row) : was ? before.persons(household, row) : 0,
                new Money(gave),
                new Money(gives));
        count(effect, Math.max(0, received));
        if (kind.isListed()) {
            effects.add(effect);
        }
    }

    private static Effect.Kind kind(boolean was, boolean will, long difference) {
        if (!was) {
            return Effect.Kind.NEWLY;
        }
        if (!will) {
            return Effect.Kind.NO_LONGER;
        }
        return difference > 0 ? Effect.Kind.MORE : difference < 0 ? Effect.Kind.LESS : Effect.Kind.SAME;
    }

    private void count(Effect effect, long receivedFen) {
        var group = new Group(effect.area(), effect.matter(), effect.kind(), effect.receiving());
        var count = counts.computeIfAbsent(group, ignored -> new Count());
        count.subjects++;
        count.persons += effect.persons();
        count.beforeFen += effect.before().fen();
        count.afterFen += effect.after().fen();
        count.receivedFen += receivedFen;
    }
}
