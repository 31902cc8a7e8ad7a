package org.weimin.people.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.people.web.RegisterView.Home;
import org.weimin.people.web.RegisterView.Typed;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 登记居民: somebody whom the register does not have yet stands at the window. */
@Controller
class RegisterPage {
    private static final int LONGEST_NAME = 50;
    private final People people;
    private final Places places;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    RegisterPage(People people, Places places, BusinessClock clock, TransactionTemplate transaction) {
        this.people = people;
        this.places = places;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/new")
    @Requires("people.edit")
    Page form() {
        return Page.of("people/register", view(Typed.NOTHING, ""));
    }

    @PostMapping("/people")
    @Requires("people.edit")
    Page register(@ModelAttribute Typed typed) {
        try {
            String registered = transaction.execute(status -> registered(typed));
            return Page.redirect(registered, "people.register.done", typed.name());
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("people/register", view(typed, why));
        }
    }

    /** The page of the new household, or of the person alone. */
    private String registered(Typed typed) {
        if (typed.name().isEmpty()
                || typed.name().codePointCount(0, typed.name().length()) > LONGEST_NAME) {
            throw new Refused("people.register.name", LONGEST_NAME);
        }
        DivisionCode place = places.find(typed.place()).orElseThrow(() -> new Refused("people.register.place"));
        PersonId person = people.register(new RegisterPerson(
                IdentityNumber.of(typed.identity()), typed.name(), place, typed.address(), typed.phone()));
        return typed.home() == Home.NONE
                ? "/people/" + person
                : "/households/" + people.found(new FoundHousehold(person, place, typed.address(), clock.today()));
    }

    private RegisterView view(Typed typed, String error) {
        var homes = List.of(
                new Option(Home.HEAD.name(), Texts.t("people.register.home.HEAD")),
                new Option(Home.NONE.name(), Texts.t("people.register.home.NONE")));
        return new RegisterView(typed, places.options(), homes, error);
    }
}
