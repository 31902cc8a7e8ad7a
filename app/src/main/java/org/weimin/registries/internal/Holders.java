package org.weimin.registries.internal;

import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Organisation;
import org.weimin.people.Organisations;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.registries.RegisterEntry.Holder;

/** 持有人和发证机关: the names that a paper bears, as they are on the day it is entered. */
@Component
class Holders {
    private final People people;
    private final Organisations organisations;
    private final Divisions divisions;
    private final BusinessClock clock;

    Holders(People people, Organisations organisations, Divisions divisions, BusinessClock clock) {
        this.people = people;
        this.organisations = organisations;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** A household's paper bears the name of whoever applied for it. */
    Holder of(Subject subject, PersonId applicant) {
        return switch (subject) {
            case Subject.OfHousehold ignored -> person(subject, applicant);
            case Subject.OfPerson(var person) -> person(subject, person);
            case Subject.OfOrganisation(var id) -> {
                Organisation organisation = organisations.get(id);
                yield new Holder(
                        subject,
                        organisation.name(),
                        organisation.creditCode().map(CreditCode::value).orElse(""));
            }
        };
    }

    private Holder person(Subject subject, PersonId id) {
        Person person = people.person(id);
        return new Holder(subject, person.name(), person.idNumberMasked());
    }

    /** The office that decides: the county's bureau, or the street office where the place's rule says so. */
    String office(Pack pack, DivisionCode area) {
        boolean town = pack.findParameter("decideLevel")
                .map(level -> pack.value("decideLevel", area, clock.today()).value())
                .filter("TOWN"::equals)
                .isPresent();
        DivisionCode place = town ? area.town() : area.county();
        return divisions.orgUnits(place).stream()
                .filter(unit -> unit.area().equals(place) && unit.kind() != OrgUnit.Kind.COMMITTEE)
                .map(OrgUnit::name)
                .findFirst()
                .orElseGet(() -> divisions.get(place).name());
    }
}
