package org.weimin.eligibility.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.eligibility.Eligibility;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.people.People;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 试算: what the rules say of a household today. It decides nothing and leaves nothing behind. */
@Controller
class TrialPage {
    private final Eligibility eligibility;
    private final People people;
    private final BusinessClock clock;

    TrialPage(Eligibility eligibility, People people, BusinessClock clock) {
        this.eligibility = eligibility;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/eligibility/{household}")
    @Requires("eligibility.try")
    Page show(
            @PathVariable String household,
            @RequestParam(defaultValue = "dibao") String matter,
            @RequestParam(defaultValue = "") String person) {
        var id = HouseholdId.of(household);
        var found = people.household(id, clock.today());
        var answer = person.isEmpty()
                ? eligibility.determine(matterId(matter), id, clock.today())
                : eligibility.determine(matterId(matter), id, PersonId.of(person), clock.today());
        String head =
                found.member(found.head()).map(member -> member.person().name()).orElse("");
        return Page.of("eligibility/trial", new TrialView(household, head, eligibility.explain(answer)));
    }

    private static MatterId matterId(String matter) {
        try {
            return new MatterId(matter);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(matter);
        }
    }
}
