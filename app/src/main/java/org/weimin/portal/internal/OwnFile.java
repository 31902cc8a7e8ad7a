package org.weimin.portal.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.people.Person;

/** 本人档案: the resident who has signed in, the household, and whoever in it may be given something. */
@Component
public class OwnFile {
    private final Parties parties;
    private final Access access;
    private final BusinessClock clock;

    OwnFile(Parties parties, Access access, BusinessClock clock) {
        this.parties = parties;
        this.access = access;
        this.clock = clock;
    }

    public PersonId person() {
        return Acting.resident().person();
    }

    public LocalDate today() {
        return clock.today();
    }

    /** The household, or the resident alone. */
    public Party party() {
        return parties.behind(new Subject.OfPerson(person()), today());
    }

    public List<Subject> subjects(Party party) {
        return Stream.concat(
                        Stream.of(party.subject()),
                        party.people().stream().map(Person::id).map(Subject.OfPerson::new))
                .distinct()
                .toList();
    }

    /** Whom something is for, in the household's own words; empty where it is for all of it. */
    public String who(Subject subject, Party party) {
        return party.people().stream()
                .filter(one -> subject instanceof Subject.OfPerson(var person) && person.equals(one.id()))
                .map(Person::name)
                .findFirst()
                .orElse("");
    }

    /** What the office does on the resident's word; that it is the resident's own was read with the own eyes before. */
    public <T> T have(String job, Supplier<T> work) {
        return access.asSystem(job, person().toString(), work);
    }
}
