package org.weimin.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.Subject;

/** 当事人查询: shows any subject the way that windows, letters and lists need it. */
@Service
@Transactional(readOnly = true)
public class Parties {
    private final People people;
    private final Organisations organisations;

    Parties(People people, Organisations organisations) {
        this.people = people;
        this.organisations = organisations;
    }

    public Party of(Subject subject, LocalDate asOf) {
        return switch (subject) {
            case Subject.OfHousehold(var id) -> ofHousehold(subject, people.household(id, asOf));
            case Subject.OfPerson(var id) -> ofPerson(subject, people.person(id), asOf);
            case Subject.OfOrganisation(var id) -> ofOrganisation(subject, organisations.get(id));
        };
    }

    /** Who stands behind a subject at the window: the household it lives in, or the subject itself. */
    public Party behind(Subject subject, LocalDate asOf) {
        Party own = of(subject, asOf);
        return subject instanceof Subject.OfHousehold
                ? own
                : own.household()
                        .map(home -> ofHousehold(new Subject.OfHousehold(home.id()), home))
                        .orElse(own);
    }

    private Party ofHousehold(Subject subject, Household home) {
        Person head =
                home.member(home.head()).map(Household.Member::person).orElseGet(() -> people.person(home.head()));
        List<Person> members =
                home.members().stream().map(Household.Member::person).toList();
        return new Party(
                subject, head.name(), head.idNumberMasked(), home.address(), home.area(), Optional.of(home), members);
    }

    private Party ofPerson(Subject subject, Person person, LocalDate asOf) {
        Optional<Household> home = people.householdOf(person.id(), asOf).map(id -> people.household(id, asOf));
        return new Party(
                subject,
                person.name(),
                person.idNumberMasked(),
                home.map(Household::address).orElse(person.address()),
                home.map(Household::area).orElse(person.area()),
                home,
                home.map(found -> found.members().stream()
                                .map(Household.Member::person)
                                .toList())
                        .orElse(List.of(person)));
    }

    private Party ofOrganisation(Subject subject, Organisation body) {
        return new Party(
                subject,
                body.name(),
                body.creditCode().map(CreditCode::value).orElse(""),
                body.address(),
                body.area(),
                Optional.empty(),
                List.of(people.person(body.representative())));
    }
}
