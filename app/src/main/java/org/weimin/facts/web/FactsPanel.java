package org.weimin.facts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.audit.Audit;
import org.weimin.facts.Facts;
import org.weimin.facts.internal.FactWords;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.HouseholdPanel;
import org.weimin.people.People;
import org.weimin.shell.Texts;

/** Income, property and condition on the household page. */
@Configuration(proxyBeanMethods = false)
class FactsPanel {
    @Bean
    static HouseholdPanel factsOfHousehold(Facts facts, People people, Audit audit, BusinessClock clock) {
        return new HouseholdPanel("facts.panel.title", "facts/panel", 10, "facts.view", household -> {
            audit.looked("facts", new Subject.OfHousehold(household), "household page");
            return view(facts, people.household(household, clock.today()), clock.today());
        });
    }

    private static FactsView view(Facts facts, Household household, LocalDate today) {
        var groups = new ArrayList<FactsView.Group>();
        groups.add(group(
                facts, Texts.t("facts.panel.household"), "household", new Subject.OfHousehold(household.id()), today));
        for (Household.Member member : household.members()) {
            var person = member.person();
            groups.add(group(facts, person.name(), person.id().toString(), new Subject.OfPerson(person.id()), today));
        }
        return new FactsView(household.id().toString(), Acting.current().may("facts.record"), groups);
    }

    private static FactsView.Group group(Facts facts, String label, String key, Subject subject, LocalDate today) {
        List<FactLine> lines = facts.of(subject, today).stream()
                .sorted(Comparator.comparingInt(item -> FactWords.order(item.name())))
                .map(FactLine::of)
                .toList();
        return new FactsView.Group(label, key, lines);
    }

    /** The household that a subject key of the form belongs to, or the person in it. */
    static Subject subject(String key, HouseholdId household) {
        return key.equals("household")
                ? new Subject.OfHousehold(household)
                : new Subject.OfPerson(org.weimin.kernel.PersonId.of(key));
    }
}
