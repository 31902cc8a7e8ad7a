package org.weimin.people.web;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.access.Residents;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Party;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 手机办事开通: a grown-up who shows the identity card at the window gets a code on paper, good once. */
@Controller
class PhoneAccessPage {
    private final People people;
    private final Residents residents;
    private final BusinessClock clock;

    PhoneAccessPage(People people, Residents residents, BusinessClock clock) {
        this.people = people;
        this.residents = residents;
        this.clock = clock;
    }

    @GetMapping("/people/{id}/phone")
    @Requires("people.invite")
    Page ask(@PathVariable String id) {
        return page(grownUp(PersonId.of(id)), "");
    }

    /** No redirect: the code is shown this once and kept nowhere. */
    @PostMapping("/people/{id}/phone")
    @Requires("people.invite")
    Page invite(@PathVariable String id) {
        Person person = grownUp(PersonId.of(id));
        String code = residents.invite(person.id(), people.identityNumber(person.id(), "phone access"));
        return page(person, code.replaceAll("(.{4})(?=.)", "$1 "));
    }

    private Person grownUp(PersonId id) {
        Person person = people.person(id);
        LocalDate today = clock.today();
        if (!person.isAliveOn(today) || person.ageOn(today) < Party.OF_AGE) {
            throw new Refused("people.phone.not-grown-up", person.name());
        }
        return person;
    }

    private static Page page(Person person, String code) {
        return Page.of(
                "people/phone",
                new PhoneAccessView(person.id().toString(), person.name(), person.idNumberMasked(), code));
    }
}
