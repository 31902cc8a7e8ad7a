package org.weimin.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.facts.internal.ConsentStore;
import org.weimin.facts.internal.FactStore;
import org.weimin.facts.internal.FactWords;
import org.weimin.facts.internal.IncomeSums;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Organisations;
import org.weimin.people.People;

/** 事实: the front desk of this room. */
@Service
@Transactional
public class Facts {
    private static final int OF_AGE = 18;
    private final FactStore facts;
    private final ConsentStore consents;
    private final People people;
    private final Organisations organisations;
    private final BusinessClock clock;

    Facts(FactStore facts, ConsentStore consents, People people, Organisations organisations, BusinessClock clock) {
        this.facts = facts;
        this.consents = consents;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** From its first day on the value takes over from what the same source said before. */
    public UUID record(RecordFact command) {
        FactWords.check(command.name(), command.value());
        return facts.record(command, areaOf(command.subject()));
    }

    /** Many facts of subjects that had none by that name and source; recorded and known from an instant on. */
    public void recordAll(List<PlacedFact> placed, Instant knownFrom) {
        facts.insertAll(placed, knownFrom);
    }

    /** What is true on the day, as we know it now. */
    public List<FactItem> of(Subject subject, LocalDate asOf) {
        return of(subject, asOf, clock.now());
    }

    /** The same of several subjects at once. */
    public List<FactItem> of(List<Subject> subjects, LocalDate asOf) {
        return facts.of(subjects, asOf, clock.now());
    }

    /** What was true on the day, as we knew it at the instant. */
    public List<FactItem> of(Subject subject, LocalDate asOf, Instant knownAt) {
        return facts.of(List.of(subject), asOf, knownAt);
    }

    /** Everything that touches the period, as we know it now; for averages over months. */
    public List<FactItem> during(Subject subject, LocalDate from, LocalDate until) {
        return facts.during(subject, from, until, clock.now());
    }

    /** 核算期收入: what a person earned over whole months; a kind that nobody spoke of is absent, not zero. */
    public List<IncomeTotal> income(PersonId person, YearMonth first, YearMonth last) {
        var items = during(
                new Subject.OfPerson(person), first.atDay(1), last.plusMonths(1).atDay(1));
        return IncomeSums.over(items, first, last);
    }

    /** The entry was wrong: what we knew is closed, and the right value stands in its place. */
    public UUID correct(UUID id, RecordFact right) {
        facts.close(id);
        return record(right);
    }

    /** It is no longer true from the day on. */
    public void end(UUID id, LocalDate on) {
        if (!facts.end(id, on)) {
            throw new NotFound(id);
        }
    }

    public void consent(HouseholdId household, PersonId person, LocalDate on, String evidence) {
        DivisionCode area = people.household(household, on).area();
        consents.give(household, person, area, on, evidence);
    }

    /** 社会救助法 第四十一条: every grown-up member who counts has agreed that the means may be checked. */
    public boolean hasConsent(HouseholdId household, LocalDate asOf) {
        List<PersonId> given = consents.givenBy(household, asOf);
        return people.household(household, asOf).members().stream()
                .filter(Household.Member::counted)
                .map(Household.Member::person)
                .filter(person -> person.isAliveOn(asOf) && person.ageOn(asOf) >= OF_AGE)
                .allMatch(person -> given.contains(person.id()));
    }

    /** The members who have agreed. */
    public List<PersonId> consentsOf(HouseholdId household, LocalDate asOf) {
        return consents.givenBy(household, asOf);
    }

    private DivisionCode areaOf(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(var person) -> people.person(person).area();
            case Subject.OfHousehold(var household) ->
                people.household(household, clock.today()).area();
            case Subject.OfOrganisation(var organisation) ->
                organisations.get(organisation).area();
        };
    }
}
