package org.weimin.screening.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.weimin.engine.GrantRule;
import org.weimin.engine.Standing;
import org.weimin.engine.population.AllTogether;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Law;
import org.weimin.engine.population.Outcomes;
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
    private final AllTogether together;
    private final List<Law> laws;
    private final Set<MatterId> asked;
    private final Outcomes hopeful = new Outcomes();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Place, Tally> tallies = new HashMap<>();
    private final int bestSources;
    private final Optional<Standings> standings;

    /** One area under one matter. */
    record Place(DivisionCode area, MatterId matter) {}

    Judging(AllTogether together, Set<MatterId> asked, Optional<Standings> standings) {
        this.standings = standings;
        this.together = together;
        this.laws = together.laws();
        this.asked = asked;
        this.bestSources =
                laws.isEmpty() ? 0 : laws.getFirst().rules().pack().dictionary().rank("REGISTER");
    }

    /** What came out of the lot judged last; the next one starts anew. */
    List<Finding> findings() {
        return findings;
    }

    Map<Place, Tally> tallies() {
        return tallies;
    }

    List<Standings.Standing> standings() {
        return standings.map(Standings::found).orElse(List.of());
    }

    void judge(PopulationReader lot) {
        findings.clear();
        tallies.clear();
        for (int matter = 0; matter < laws.size(); matter++) {
            registered(matter, lot);
        }
        together.judge(lot.columns());
        standings.ifPresent(each -> each.weigh(lot, together));
        supposeNoOtherIncome(lot);
        for (int matter = 0; matter < laws.size(); matter++) {
            if (asked.contains(laws.get(matter).matter())) {
                compare(matter, lot);
            }
        }
        lot.received().departed().stream()
                .filter(departed -> asked.contains(laws.get(departed.matter()).matter()))
                .forEach(departed -> departed(departed, lot));
    }

    /** What a register says is received counts as received, also where this house pays nothing. */
    private void registered(int matter, PopulationReader lot) {
        var pack = laws.get(matter).rules().pack();
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
        return laws.get(matter).judgesPersons()
                ? lot.columns().members()
                : lot.columns().households();
    }

    private void compare(int matter, PopulationReader lot) {
        Law law = laws.get(matter);
        boolean persons = law.judgesPersons();
        law.rules().judge(lot.columns(), law.standards(), hopeful, open(matter, lot));
        int place = -1;
        Tally tally = new Tally();
        for (int row = 0; row < hopeful.size(); row++) {
            int household = persons ? lot.homes().householdOf(row) : row;
            if (lot.homes().place(household) != place) {
                place = lot.homes().place(household);
                tally = tally(lot.columns().places().get(place), matter);
            }
            long received = lot.received().of(matter, persons, row);
            Outcomes answer = answer(matter, household, row, received);
            Kind kind = kind(matter, household, row, lot);
            long amount =
                    answer.status(row) == Outcomes.Status.ENTITLED ? monthly(matter, household, row, received) : 0;
            String reason = reason(kind, matter, household, row, lot);
            tally.add(kind, reason, amount, received);
            if (kind.isListed()) {
                findings.add(new Finding(
                        law.matter(),
                        kind,
                        subject(lot, persons, row),
                        new HouseholdId(lot.homes().householdId(household)),
                        lot.columns().places().get(place),
                        reason,
                        new Money(amount),
                        new Money(Math.max(0, received)),
                        vouching(law.rules(), lot, household, row)));
            }
        }
    }

    /** The households in which something cannot be told. */
    private BitSet open(int matter, PopulationReader lot) {
        var open = new BitSet();
        Outcomes registered = together.registered(matter);
        for (int row = 0; row < registered.size(); row++) {
            if (registered.status(row) == Outcomes.Status.CANNOT_TELL) {
                open.set(laws.get(matter).judgesPersons() ? lot.homes().householdOf(row) : row);
            }
        }
        return open;
    }

    /** Whoever receives is judged on what the registers say; whoever does not, on what would be received by right. */
    private Outcomes answer(int matter, int household, int row, long received) {
        return received == Received.NOTHING ? together.answer(matter, household, row) : together.registered(matter);
    }

    private static Subject subject(PopulationReader lot, boolean person, int row) {
        return person
                ? new Subject.OfPerson(new PersonId(lot.homes().memberId(row)))
                : new Subject.OfHousehold(new HouseholdId(lot.homes().householdId(row)));
    }

    private Tally tally(DivisionCode area, int matter) {
        return tallies.computeIfAbsent(new Place(area, laws.get(matter).matter()), ignored -> new Tally());
    }

    private Kind kind(int matter, int household, int row, PopulationReader lot) {
        long received = lot.received().of(matter, laws.get(matter).judgesPersons(), row);
        boolean receives = received != Received.NOTHING;
        Outcomes answer = answer(matter, household, row, received);
        return switch (answer.status(row)) {
            case ENTITLED -> {
                if (!receives) {
                    yield together.gives(matter, household, row) ? Kind.ENTITLED_NOT_RECEIVING : Kind.NOT_ENTITLED;
                }
                if (receivesInstead(matter, household, row, lot)) {
                    yield Kind.RECEIVING_NOT_ENTITLED;
                }
                long gross = gross(matter, answer, row);
                boolean right = received == 0
                        || gross == 0
                        || received == gross
                        || received == monthly(matter, household, row, received);
                yield right ? Kind.RECEIVING_RIGHTLY : Kind.AMOUNT_DIFFERS;
            }
            case NOT_ENTITLED -> receives ? Kind.RECEIVING_NOT_ENTITLED : Kind.NOT_ENTITLED;
            case CANNOT_TELL ->
                receives || hopeful.status(row) != Outcomes.Status.NOT_ENTITLED ? Kind.CANNOT_TELL : Kind.UNLIKELY;
            case REFUSED -> Kind.NO_STANDARD;
        };
    }

    /** Whether the matter to which this one gives way is received beside it. */
    private boolean receivesInstead(int matter, int household, int row, PopulationReader lot) {
        if (!(together.standing(matter, household, row) instanceof Standing.GivesWay(var to, var rule))
                || together.isUnsettled(household)) {
            return false;
        }
        int winner = together.number(to);
        boolean person = laws.get(winner).judgesPersons();
        return (!person || laws.get(matter).judgesPersons())
                && lot.received().of(winner, person, person ? row : household) != Received.NOTHING;
    }

    private String reason(Kind kind, int matter, int household, int row, PopulationReader lot) {
        Outcomes answer = answer(
                matter,
                household,
                row,
                lot.received().of(matter, laws.get(matter).judgesPersons(), row));
        return switch (kind) {
            case NOT_ENTITLED, RECEIVING_NOT_ENTITLED, NO_STANDARD ->
                together.standing(matter, household, row) instanceof Standing.GivesWay(var to, var rule)
                                && answer.status(row) == Outcomes.Status.ENTITLED
                        ? Finding.GIVES_WAY + to
                        : answer.reason(row);
            case UNLIKELY -> hopeful.reason(row);
            case CANNOT_TELL -> String.join(" ", answer.missing(row));
            case ENTITLED_NOT_RECEIVING ->
                together.registered(matter).status(row) == Outcomes.Status.ENTITLED
                        ? ""
                        : causes(matter, household, lot);
            case AMOUNT_DIFFERS, RECEIVING_RIGHTLY -> "";
        };
    }

    /** The matters on which this answer rests and that are not yet as they should be: to be granted, or to end. */
    private String causes(int matter, int household, PopulationReader lot) {
        List<String> unlike = givers(matter, household, lot, (gives, receives) -> gives ^ receives);
        List<String> causes = unlike.isEmpty() ? givers(matter, household, lot, (gives, receives) -> gives) : unlike;
        return causes.isEmpty() ? "" : Finding.FOLLOWS + String.join(" ", causes);
    }

    private List<String> givers(int matter, int household, PopulationReader lot, BiPredicate<Boolean, Boolean> which) {
        return Arrays.stream(together.givers(matter))
                .filter(giver -> {
                    boolean persons = laws.get(giver).judgesPersons();
                    return IntStream.range(
                                    persons ? lot.columns().firstMember(household) : household,
                                    persons ? lot.columns().firstMember(household + 1) : household + 1)
                            .anyMatch(row -> which.test(
                                    together.gives(giver, household, row),
                                    lot.received().of(giver, persons, row) != Received.NOTHING));
                })
                .mapToObj(giver -> laws.get(giver).matter().value())
                .toList();
    }

    /** What is paid a month, less what comes off it beside others. */
    private long monthly(int matter, int household, int row, long received) {
        Outcomes answer = answer(matter, household, row, received);
        boolean beside = together.together(matter).status(row) == Outcomes.Status.ENTITLED
                && together.gives(matter, household, row);
        long gross = gross(matter, answer, row);
        return beside ? Math.max(0, gross - together.lessFen(matter, household, row)) : gross;
    }

    private long gross(int matter, Outcomes outcomes, int row) {
        List<GrantRule> grants = laws.get(matter).rules().pack().matter().grants();
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
                laws.get(departed.matter()).matter(),
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
