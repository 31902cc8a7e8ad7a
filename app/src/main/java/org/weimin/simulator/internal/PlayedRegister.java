package org.weimin.simulator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItems;
import org.weimin.engine.FactKind;
import org.weimin.facts.BureauAnswer.Value;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.facts.Income;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Subject;
import org.weimin.people.Kinship;
import org.weimin.people.People;
import org.weimin.people.Person;

/**
 * What a bureau's register truly holds: what the county knew of the person when the registers were opened, without what
 * was only declared. Of whom nothing is known, nothing is registered.
 */
@Component
class PlayedRegister {
    private static final List<String> TRUE_SOURCES = List.of("CHECKED", "REGISTER");
    private static final int MONTHS = 13;
    private static final int MOST_PIECES = 6;
    private final CheckItems items = CheckItems.fromClassPath();
    private final Facts facts;
    private final People people;
    private final SimulatorStore store;

    PlayedRegister(Facts facts, People people, SimulatorStore store) {
        this.facts = facts;
        this.people = people;
        this.store = store;
    }

    Optional<CheckItem> item(String id) {
        return items.find(id);
    }

    List<Value> of(Person person, CheckItem item, LocalDate asOf) {
        Instant known = store.openedAt();
        var values = new ArrayList<Value>();
        for (CheckItem.Answer asked : item.answers()) {
            Optional<Income> income = income(asked.fact());
            if (income.isPresent()) {
                values.addAll(income(person, income.get(), asOf, known));
            } else if (asked.summed()) {
                values.add(household(person, item, asked.fact(), asOf, known));
            } else {
                values.add(condition(person, asked.fact(), asOf, known));
            }
        }
        return values;
    }

    /** Amount by amount through the months that any rule averages over. */
    private List<Value> income(Person person, Income kind, LocalDate asOf, Instant known) {
        var pieces = new ArrayList<Value>();
        LocalDate earliest = asOf.withDayOfMonth(1).minusMonths(MONTHS);
        LocalDate day = asOf;
        Optional<LocalDate> until = Optional.empty();
        while (!day.isBefore(earliest) && pieces.size() < MOST_PIECES) {
            Optional<FactItem> item = find(new Subject.OfPerson(person.id()), kind.item(), day, known);
            LocalDate from = item.map(each -> each.valid().from())
                    .filter(earliest::isBefore)
                    .orElse(earliest);
            pieces.add(new Value(kind.item(), item.map(FactItem::value).orElse("0.00"), Optional.of(from), until));
            until = Optional.of(from);
            day = from.minusDays(1);
        }
        return pieces;
    }

    /** Property stands under the head's name, and with the first register that knows of it. */
    private Value household(Person person, CheckItem item, FactKind fact, LocalDate asOf, Instant known) {
        Optional<HouseholdId> household = people.householdOf(person.id(), asOf);
        boolean owner = household
                        .map(id -> people.household(id, asOf).head().equals(person.id()))
                        .orElse(false)
                && items.list().stream()
                        .filter(each -> each.factNames().contains(fact.name()))
                        .findFirst()
                        .filter(item::equals)
                        .isPresent();
        String value = owner
                ? household
                        .flatMap(id -> find(new Subject.OfHousehold(id), fact.name(), asOf, known))
                        .map(FactItem::value)
                        .orElse(nothing(fact))
                : nothing(fact);
        return new Value(fact.name(), value, Optional.empty(), Optional.empty());
    }

    private Value condition(Person person, FactKind fact, LocalDate asOf, Instant known) {
        if (fact.name().equals("deceased")) {
            boolean dead = person.diedOn().isPresent();
            return new Value(fact.name(), Boolean.toString(dead), person.diedOn(), Optional.empty());
        }
        if (fact.name().equals("maritalStatus")) {
            boolean married =
                    people.kinOf(person.id(), asOf).stream().anyMatch(kin -> kin.kind() == Kinship.Kind.SPOUSE);
            String state = married ? "MARRIED" : nothing(fact);
            return new Value(fact.name(), state, Optional.empty(), Optional.empty());
        }
        String value = find(new Subject.OfPerson(person.id()), fact.name(), asOf, known)
                .map(FactItem::value)
                .orElse(nothing(fact));
        return new Value(fact.name(), value, Optional.empty(), Optional.empty());
    }

    private Optional<FactItem> find(Subject subject, String name, LocalDate day, Instant known) {
        return facts.of(subject, day, known).stream()
                .filter(item -> item.name().equals(name) && TRUE_SOURCES.contains(item.source()))
                .max(Comparator.comparing(FactItem::recordedOn).thenComparing(FactItem::id));
    }

    static String nothing(FactKind fact) {
        return fact.absent()
                .map(FactKind.Absence::value)
                .orElse(
                        switch (fact.type()) {
                            case "money" -> "0.00";
                            case "boolean" -> "false";
                            case "date" -> "9999-12-31";
                            case "text" ->
                                fact.choices().isEmpty()
                                        ? "NONE"
                                        : fact.choices().getFirst().value();
                            default ->
                                fact.atLeast()
                                        .map(least -> least.toPlainString())
                                        .orElse("0");
                        });
    }

    static Optional<Income> income(FactKind fact) {
        return java.util.Arrays.stream(Income.values())
                .filter(kind -> kind.total().equals(fact.name()))
                .findFirst();
    }
}
