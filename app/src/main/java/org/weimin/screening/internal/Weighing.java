package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weimin.engine.GrantRule;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Outcomes.Status;
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
    private final Outcomes before = new Outcomes();
    private final Outcomes after = new Outcomes();
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

    Weighing(List<Comparison> comparisons) {
        this.comparisons = comparisons;
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
        for (int matter = 0; matter < comparisons.size(); matter++) {
            Comparison comparison = comparisons.get(matter);
            comparison.before().rules().judge(lot.columns(), comparison.before().standards(), before);
            comparison.after().rules().judge(lot.columns(), comparison.after().standards(), after);
            for (int row = 0; row < before.size(); row++) {
                weigh(matter, row, lot);
            }
        }
    }

    private void weigh(int matter, int row, PopulationReader lot) {
        Comparison comparison = comparisons.get(matter);
        boolean was = before.status(row) == Status.ENTITLED;
        boolean will = after.status(row) == Status.ENTITLED;
        boolean unclear = before.status(row) == Status.CANNOT_TELL || after.status(row) == Status.CANNOT_TELL;
        if (!was && !will && !unclear) {
            return;
        }
        long received = lot.received().of(matter, comparison.judgesPersons(), row);
        long gave = was && !unclear ? monthly(comparison.before(), before, row) : 0;
        long gives = will && !unclear ? monthly(comparison.after(), after, row) : 0;
        Effect.Kind kind = unclear ? Effect.Kind.UNCLEAR : kind(was, will, gives - gave);
        int household = comparison.judgesPersons() ? lot.homes().householdOf(row) : row;
        var effect = new Effect(
                comparison.matter(),
                kind,
                comparison.judgesPersons()
                        ? new Subject.OfPerson(new PersonId(lot.homes().memberId(row)))
                        : new Subject.OfHousehold(new HouseholdId(lot.homes().householdId(row))),
                new HouseholdId(lot.homes().householdId(household)),
                lot.columns().places().get(lot.homes().place(household)),
                received != Received.NOTHING,
                will ? persons(comparison.after(), after, row) : persons(comparison.before(), before, row),
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

    /** What is given every month, a service at its worth. */
    private static long monthly(Comparison.Law law, Outcomes outcomes, int row) {
        List<GrantRule> grants = law.rules().pack().matter().grants();
        long sum = 0;
        for (int grant = 0; grant < grants.size(); grant++) {
            if (outcomes.given(row, grant) && isMonthly(grants.get(grant))) {
                sum += outcomes.amountFen(row, grant);
            }
        }
        return sum;
    }

    private static boolean isMonthly(GrantRule grant) {
        return grant.kind() == GrantRule.Kind.MONTHLY || grant.kind() == GrantRule.Kind.SERVICE;
    }

    /** How many people the grants of an entitled subject are for. */
    private static int persons(Comparison.Law law, Outcomes outcomes, int row) {
        if (outcomes.status(row) != Status.ENTITLED) {
            return 0;
        }
        if (law.rules().pack().matter().judgesPersons()) {
            return 1;
        }
        long covered = 0;
        for (int grant = 0; grant < law.rules().pack().matter().grants().size(); grant++) {
            if (outcomes.given(row, grant)) {
                covered |= outcomes.persons(row, grant);
            }
        }
        return Long.bitCount(covered);
    }
}
