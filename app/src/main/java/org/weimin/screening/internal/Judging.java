package org.weimin.screening.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.GrantRule;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Standards;
import org.weimin.facts.Income;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.screening.Finding;
import org.weimin.screening.Finding.Kind;

/**
 * 对照: asks every matter of every subject of one lot, and sets the answer beside what the subject receives. Belongs to
 * one thread.
 */
final class Judging {
    private static final String DIED = "subject-died";
    private final List<CompiledMatter> matters;
    private final List<Standards> standards;
    private final List<Outcomes> answers;
    private final Outcomes hopeful = new Outcomes();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Place, Tally> tallies = new HashMap<>();
    private final int bestSources;

    /** One area under one matter. */
    record Place(DivisionCode area, MatterId matter) {}

    Judging(List<CompiledMatter> matters, List<Standards> standards) {
        this.matters = matters;
        this.standards = standards;
        this.answers = matters.stream().map(matter -> new Outcomes()).toList();
        this.bestSources =
                matters.isEmpty() ? 0 : matters.getFirst().pack().dictionary().rank("REGISTER");
    }

    /** What came out of the lot judged last; the next one starts anew. */
    List<Finding> findings() {
        return findings;
    }

    Map<Place, Tally> tallies() {
        return tallies;
    }

    void judge(PopulationReader lot) {
        findings.clear();
        tallies.clear();
        for (int matter = 0; matter < matters.size(); matter++) {
            registered(matter, lot);
        }
        for (int matter = 0; matter < matters.size(); matter++) {
            matters.get(matter).judge(lot.columns(), standards.get(matter), answers.get(matter));
        }
        supposeNoOtherIncome(lot);
        for (int matter = 0; matter < matters.size(); matter++) {
            compare(matter, lot);
        }
        lot.received().departed().forEach(departed -> departed(departed, lot));
    }

    /** What a register says is received counts as received, also where this house pays nothing. */
    private void registered(int matter, PopulationReader lot) {
        var pack = matters.get(matter).pack();
        boolean persons = pack.matter().judgesPersons();
        for (String fact : pack.matter().giving().facts()) {
            lot.columns()
                    .find(fact)
                    .filter(column -> column.kind().ofMember() == persons)
                    .ifPresent(column -> lot.received().registered(matter, persons, column, subjects(matter, lot)));
        }
    }

    /** From now on an income that nobody spoke of is none: whoever is refused even so has no need to be asked. */
    private static void supposeNoOtherIncome(PopulationReader lot) {
        for (Income kind : Income.values()) {
            lot.columns().find(kind.total()).ifPresent(column -> {
                for (int row = 0; row < lot.columns().members(); row++) {
                    if (!column.isKnown(row)) {
                        column.put(row, 0);
                    }
                }
            });
        }
    }

    private int subjects(int matter, PopulationReader lot) {
        return matters.get(matter).pack().matter().judgesPersons()
                ? lot.columns().members()
                : lot.columns().households();
    }

    private void compare(int matter, PopulationReader lot) {
        var compiled = matters.get(matter);
        boolean persons = compiled.pack().matter().judgesPersons();
        compiled.judge(lot.columns(), standards.get(matter), hopeful);
        Outcomes outcomes = answers.get(matter);
        int place = -1;
        Tally tally = new Tally();
        for (int row = 0; row < outcomes.size(); row++) {
            int household = persons ? lot.homes().householdOf(row) : row;
            if (lot.homes().place(household) != place) {
                place = lot.homes().place(household);
                tally = tally(lot.columns().places().get(place), matter);
            }
            long received = lot.received().of(matter, persons, row);
            Kind kind = kind(matter, outcomes, row, received);
            long amount = outcomes.status(row) == Outcomes.Status.ENTITLED ? monthly(matter, outcomes, row) : 0;
            String reason = reason(kind, outcomes, row);
            tally.add(kind, reason, amount, received);
            if (kind.isListed()) {
                findings.add(new Finding(
                        compiled.pack().id(),
                        kind,
                        subject(lot, persons, row),
                        new HouseholdId(lot.homes().householdId(household)),
                        lot.columns().places().get(place),
                        reason,
                        new Money(amount),
                        new Money(Math.max(0, received)),
                        vouching(compiled, lot, household, row)));
            }
        }
    }

    private static Subject subject(PopulationReader lot, boolean person, int row) {
        return person
                ? new Subject.OfPerson(new PersonId(lot.homes().memberId(row)))
                : new Subject.OfHousehold(new HouseholdId(lot.homes().householdId(row)));
    }

    private Tally tally(DivisionCode area, int matter) {
        return tallies.computeIfAbsent(
                new Place(area, matters.get(matter).pack().id()), ignored -> new Tally());
    }

    private Kind kind(int matter, Outcomes outcomes, int row, long received) {
        boolean receives = received != Received.NOTHING;
        return switch (outcomes.status(row)) {
            case ENTITLED -> {
                if (!receives) {
                    yield Kind.ENTITLED_NOT_RECEIVING;
                }
                long amount = monthly(matter, outcomes, row);
                yield received == 0 || amount == 0 || amount == received ? Kind.RECEIVING_RIGHTLY : Kind.AMOUNT_DIFFERS;
            }
            case NOT_ENTITLED -> receives ? Kind.RECEIVING_NOT_ENTITLED : Kind.NOT_ENTITLED;
            case CANNOT_TELL ->
                receives || hopeful.status(row) != Outcomes.Status.NOT_ENTITLED ? Kind.CANNOT_TELL : Kind.UNLIKELY;
            case REFUSED -> Kind.NO_STANDARD;
        };
    }

    private String reason(Kind kind, Outcomes outcomes, int row) {
        return switch (kind) {
            case NOT_ENTITLED, RECEIVING_NOT_ENTITLED, NO_STANDARD -> outcomes.reason(row);
            case UNLIKELY -> hopeful.reason(row);
            case CANNOT_TELL -> String.join(" ", outcomes.missing(row));
            case ENTITLED_NOT_RECEIVING, AMOUNT_DIFFERS, RECEIVING_RIGHTLY -> "";
        };
    }

    private long monthly(int matter, Outcomes outcomes, int row) {
        List<GrantRule> grants = matters.get(matter).pack().matter().grants();
        long sum = 0;
        for (int grant = 0; grant < grants.size(); grant++) {
            if (grants.get(grant).kind() == GrantRule.Kind.MONTHLY && outcomes.given(row, grant)) {
                sum += outcomes.amountFen(row, grant);
            }
        }
        return sum;
    }

    /** Counts what the rules read of the household and of whom they judged. */
    private Finding.Vouching vouching(CompiledMatter matter, PopulationReader lot, int household, int subject) {
        boolean persons = matter.pack().matter().judgesPersons();
        int first = persons ? subject : lot.columns().firstMember(household);
        int after = persons ? subject + 1 : lot.columns().firstMember(household + 1);
        var count = new int[2];
        int oldest = Integer.MAX_VALUE;
        for (FactColumn fact : lot.facts().of(matter)) {
            int begin = fact.ofMember() ? first : household;
            int end = fact.ofMember() ? after : household + 1;
            for (int row = begin; row < end; row++) {
                if (fact.rank(row) != FactColumn.NOBODY_SPOKE) {
                    count[0]++;
                    count[1] += fact.rank(row) <= bestSources ? 1 : 0;
                    int day = fact.recordedOn(row);
                    oldest = day == FactColumns.OF_THE_REGISTER ? oldest : Math.min(oldest, day);
                }
            }
        }
        return new Finding.Vouching(
                count[0],
                count[1],
                oldest == Integer.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(oldest)));
    }

    private void departed(Received.Departed departed, PopulationReader lot) {
        var household = new HouseholdId(lot.homes().householdId(departed.household()));
        var area = lot.columns().places().get(lot.homes().place(departed.household()));
        tally(area, departed.matter()).add(Kind.RECEIVING_NOT_ENTITLED, DIED, 0, departed.receivedFen());
        findings.add(new Finding(
                matters.get(departed.matter()).pack().id(),
                Kind.RECEIVING_NOT_ENTITLED,
                new Subject.OfPerson(new PersonId(departed.person())),
                household,
                area,
                DIED,
                Money.ZERO,
                new Money(departed.receivedFen()),
                new Finding.Vouching(1, 1, Optional.empty())));
    }
}
