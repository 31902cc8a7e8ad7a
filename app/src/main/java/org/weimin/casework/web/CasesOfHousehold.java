package org.weimin.casework.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.casework.Casework;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Person;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** The cases of a household with those of its members, or of an organisation, for its page. */
@Component
class CasesOfHousehold {
    private final Casework casework;
    private final Parties parties;
    private final Policy policy;
    private final BusinessClock clock;

    CasesOfHousehold(Casework casework, Parties parties, Policy policy, BusinessClock clock) {
        this.casework = casework;
        this.parties = parties;
        this.policy = policy;
        this.clock = clock;
    }

    CaseView.Panel view(HouseholdId household) {
        var home = new Subject.OfHousehold(household);
        List<Person> people = parties.of(home, clock.today()).people();
        return panel(Stream.concat(
                        Stream.<Subject>of(home),
                        people.stream().map(Person::id).map(Subject.OfPerson::new))
                .toList());
    }

    CaseView.Panel view(OrganisationId organisation) {
        return panel(List.of(new Subject.OfOrganisation(organisation)));
    }

    private CaseView.Panel panel(List<Subject> subjects) {
        return new CaseView.Panel(casework.ofSubjects(subjects).stream()
                .map(file -> new CaseView.PanelLine(
                        "/cases/" + file.id(),
                        file.claim().number(),
                        title(file.claim().pack()),
                        Texts.t("casework.status." + file.status()),
                        CaseRow.tone(file.status()),
                        Texts.date(file.claim().openedOn())))
                .toList());
    }

    private String title(org.weimin.kernel.MatterId pack) {
        var title = policy.pack(pack).title();
        return Texts.either(title.zh(), title.en());
    }
}
