package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.casework.Claim;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.People;
import org.weimin.people.Person;

/** 案件当事人: whoever a case is about and who is paid, as pages, letters and lists name them. */
@Component
public class Claimants {
    private final Parties parties;
    private final People people;
    private final BusinessClock clock;

    Claimants(Parties parties, People people, BusinessClock clock) {
        this.parties = parties;
        this.people = people;
        this.clock = clock;
    }

    public Party party(Claim claim) {
        return parties.of(claim.subject(), clock.today());
    }

    public Person payee(Claim claim) {
        return people.person(claim.payee());
    }

    /** A household goes by the name of whoever applied. */
    public String name(Claim claim) {
        return isHousehold(claim) ? payee(claim).name() : party(claim).name();
    }

    public String identity(Claim claim) {
        return isHousehold(claim) ? payee(claim).idNumberMasked() : party(claim).identity();
    }

    /** Whether a list of what is public may name whom the case is about: never somebody under age. */
    public boolean isMinor(Claim claim) {
        return switch (claim.subject()) {
            case Subject.OfHousehold ignored -> isMinor(payee(claim));
            case Subject.OfPerson(var person) -> isMinor(people.person(person));
            case Subject.OfOrganisation ignored -> false;
        };
    }

    private boolean isMinor(Person person) {
        return person.ageOn(clock.today()) < Party.OF_AGE;
    }

    private static boolean isHousehold(Claim claim) {
        return claim.subject() instanceof Subject.OfHousehold;
    }
}
