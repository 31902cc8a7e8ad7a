package org.weimin.benefits.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Award;
import org.weimin.benefits.Entitlement;
import org.weimin.facts.Facts;
import org.weimin.facts.PlacedFact;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.Person;
import org.weimin.policy.Policy;

/** 享受记录: what is received, as the facts that other matters' rules ask for: of the subject, and of each one covered. */
@Component
public class Receiving {
    private final Facts facts;
    private final Parties parties;
    private final Policy policy;

    Receiving(Facts facts, Parties parties, Policy policy) {
        this.facts = facts;
        this.parties = parties;
        this.policy = policy;
    }

    /** Whoever was covered before and is no more has it no longer. */
    public void begin(Subject subject, MatterId matter, List<PersonId> covered, Period period, CaseFileId because) {
        facts.record(fact(subject, matter.receivedFact(), "true", period, because));
        for (String name : ofMembers(subject, matter)) {
            Party party = parties.of(subject, period.from());
            List<PersonId> having = covered.isEmpty() ? counted(party) : covered;
            for (Person person : party.people()) {
                record(person, name, having.contains(person.id()), period, because);
            }
        }
    }

    public void end(Subject subject, MatterId matter, LocalDate from, CaseFileId because) {
        facts.record(fact(subject, matter.receivedFact(), "false", Period.since(from), because));
        for (String name : ofMembers(subject, matter)) {
            parties.of(subject, from)
                    .people()
                    .forEach(person -> record(person, name, false, Period.since(from), because));
        }
    }

    /** What was received before this system, all at once. */
    public void takeOver(List<Award> history, Instant knownFrom) {
        facts.recordAll(history.stream().flatMap(this::placed).toList(), knownFrom);
    }

    private Stream<PlacedFact> placed(Award award) {
        Entitlement given = award.entitlement();
        var period = new Period(given.from().atDay(1), given.until().map(month -> month.atDay(1)));
        var own = fact(given.subject(), given.matter().receivedFact(), "true", period, given.decidedBy());
        Stream<RecordFact> members = ofMembers(given.subject(), given.matter()).stream()
                .flatMap(name -> award.covered().stream()
                        .map(person -> fact(new Subject.OfPerson(person), name, "true", period, given.decidedBy())));
        return Stream.concat(Stream.of(own), members).map(fact -> new PlacedFact(fact, given.area()));
    }

    /** Nothing is written of somebody who never had it. */
    private void record(Person person, String name, boolean has, Period period, CaseFileId because) {
        var subject = new Subject.OfPerson(person.id());
        boolean had = facts.of(subject, period.from()).stream()
                .anyMatch(known -> known.name().equals(name) && known.value().equals("true"));
        if (has || had) {
            facts.record(fact(subject, name, Boolean.toString(has), period, because));
        }
    }

    /** The facts that a matter of households gives to the persons in it. */
    private List<String> ofMembers(Subject subject, MatterId matter) {
        if (!(subject instanceof Subject.OfHousehold)) {
            return List.of();
        }
        var pack = policy.pack(matter);
        return pack.matter().giving().facts().stream()
                .filter(name -> pack.dictionary().get(name).ofMember())
                .toList();
    }

    private static List<PersonId> counted(Party party) {
        return party.household().stream()
                .flatMap(home -> home.members().stream())
                .filter(Household.Member::counted)
                .map(member -> member.person().id())
                .toList();
    }

    private static RecordFact fact(Subject subject, String name, String value, Period period, CaseFileId because) {
        return new RecordFact(subject, name, value, period, "SYSTEM", because.toString());
    }
}
