package org.weimin.facts.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.facts.CheckConflict.Said;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.FactItem;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Subject;
import org.weimin.people.People;

/** What checks read from the facts, and write into them. */
@Component
class CheckedFacts {
    private static final List<String> TOLD = List.of("DECLARED", "VISIT");
    private static final String DECEASED = "deceased";
    private final FactStore facts;
    private final People people;
    private final BusinessClock clock;

    CheckedFacts(FactStore facts, People people, BusinessClock clock) {
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    /** What we were told of the same days and is not the same; of life and death the register of residents tells. */
    Optional<Said> contradictedBy(Subject subject, AnswerStore.Value found) {
        if (found.name().equals(DECEASED) && subject instanceof Subject.OfPerson(var person)) {
            boolean dead = people.person(person).diedOn().isPresent();
            boolean same = Boolean.toString(dead).equals(found.value());
            return same ? Optional.empty() : Optional.of(new Said(Boolean.toString(dead), "REGISTER", clock.today()));
        }
        LocalDate until = found.valid().until().orElse(LocalDate.of(9999, 12, 31));
        return facts.during(subject, found.valid().from(), until, clock.now()).stream()
                .filter(item -> item.name().equals(found.name()) && TOLD.contains(item.source()))
                .filter(item -> !Alike.same(item.value(), found.value()))
                .reduce((earlier, later) -> later)
                .map(item -> new Said(item.value(), item.source(), item.recordedOn()));
    }

    void record(CheckRequest request, Subject subject, AnswerStore.Value found, String reference) {
        String evidence = String.join(
                " ",
                request.item().bureau().title().zh(),
                request.item().title().zh(),
                reference);
        facts.record(
                new RecordFact(subject, found.name(), found.value(), found.valid(), "CHECKED", evidence),
                areaOf(subject));
        if (found.name().equals(DECEASED)
                && found.value().equals("true")
                && subject instanceof Subject.OfPerson(var person)
                && people.person(person).diedOn().isEmpty()) {
            people.recordDeath(person, found.valid().from(), evidence);
        }
    }

    /** What was checked before no longer stands against what is declared. */
    void setAside(Subject subject, String name) {
        for (FactItem item : facts.of(List.of(subject), clock.today(), clock.now())) {
            if (item.name().equals(name) && item.source().equals("CHECKED") && !facts.end(item.id(), clock.today())) {
                facts.close(item.id());
            }
        }
    }

    Optional<LocalDate> diedOn(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(var person) -> people.person(person).diedOn();
            default -> Optional.empty();
        };
    }

    private DivisionCode areaOf(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(var person) -> people.person(person).area();
            case Subject.OfHousehold(var household) ->
                people.household(household, clock.today()).area();
            default -> throw new NotFound(subject);
        };
    }
}
