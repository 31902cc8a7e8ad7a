package org.weimin.eligibility.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.eligibility.Eligibility;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.policy.Policy;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 一户通算: all that a household may have today, what gives way to what, and what it loses by earning more. */
@Controller
class EverythingPage {
    private final Eligibility eligibility;
    private final People people;
    private final Policy policy;
    private final BusinessClock clock;

    EverythingPage(Eligibility eligibility, People people, Policy policy, BusinessClock clock) {
        this.eligibility = eligibility;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/eligibility/{household}/all")
    @Requires("eligibility.try")
    Page show(@PathVariable String household) {
        Household found = people.household(HouseholdId.of(household), clock.today());
        var answer = eligibility.everything(found.id(), clock.today());
        return Page.of("eligibility/everything", EverythingView.of(found, answer, policy.packs()));
    }

    @GetMapping("/eligibility/{household}/cliff")
    @Requires("eligibility.try")
    Page cliff(@PathVariable String household, @RequestParam(defaultValue = "") String earner) {
        Household found = people.household(HouseholdId.of(household), clock.today());
        PersonId person = earner.isEmpty() ? found.head() : PersonId.of(earner);
        if (found.member(person).isEmpty()) {
            throw new NotFound(person);
        }
        var reach = eligibility.cliff(found.id(), person, clock.today());
        var today = eligibility.everythingIfApplied(found.id(), clock.today());
        return Page.of("eligibility/cliff", CliffView.of(found, person, reach, today, policy.packs()));
    }
}
