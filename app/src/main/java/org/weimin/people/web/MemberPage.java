package org.weimin.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.Household;
import org.weimin.people.JoinHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 增加成员: somebody known joins by the identity number; somebody new is registered on the way. */
@Controller
class MemberPage {
    private static final List<String> RELATIONS = List.of("10", "20", "30", "40", "50", "60", "70", "80");
    private final People people;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    MemberPage(People people, BusinessClock clock, TransactionTemplate transaction) {
        this.people = people;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What is typed into the form. */
    record Form(
            String identity,
            String name,
            String relation,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {}

    @GetMapping("/households/{id}/members/new")
    @Requires("people.edit")
    Page form(@PathVariable String id) {
        return Page.of("people/member", view(HouseholdId.of(id), new Form("", "", "", clock.today()), ""));
    }

    @PostMapping("/households/{id}/members")
    @Requires("people.edit")
    Page add(@PathVariable String id, @ModelAttribute Form form) {
        HouseholdId household = HouseholdId.of(id);
        try {
            transaction.executeWithoutResult(status -> join(household, form));
            return Page.redirect("/households/" + id, "people.join.done", form.name());
        } catch (Refused refused) {
            return Page.invalid("people/member", view(household, form, Texts.t(refused)));
        }
    }

    private void join(HouseholdId household, Form form) {
        IdentityNumber identity = IdentityNumber.of(form.identity());
        Household home = people.household(household, clock.today());
        PersonId person = people.byIdentity(identity)
                .orElseGet(() -> people.register(
                        new RegisterPerson(identity, form.name().strip(), home.area(), home.address(), "")));
        people.join(new JoinHousehold(household, person, form.relation(), form.on(), ""));
    }

    private MemberView view(HouseholdId household, Form form, String error) {
        return new MemberView(
                household.toString(),
                people.household(household, clock.today())
                        .members()
                        .getFirst()
                        .person()
                        .name(),
                form.identity(),
                form.name(),
                form.relation(),
                form.on().toString(),
                relations().toList(),
                error);
    }

    private static Stream<Option> relations() {
        return RELATIONS.stream().map(code -> new Option(code, Texts.t("people.relation." + code)));
    }
}
