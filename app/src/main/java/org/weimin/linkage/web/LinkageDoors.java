package org.weimin.linkage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.CasePanel;
import org.weimin.casework.DeskTile;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEffect.Reference;
import org.weimin.linkage.UnreadLines;
import org.weimin.people.HouseholdPanel;
import org.weimin.people.OrganisationPanel;
import org.weimin.people.People;
import org.weimin.people.PersonPanel;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu, to the desk and to the pages of whoever an event is about. */
@Configuration(proxyBeanMethods = false)
class LinkageDoors {
    @Bean
    static MenuEntry eventsMenu() {
        return new MenuEntry("work", "linkage.events.title", "/events", 55, "linkage.view");
    }

    @Bean
    static MenuEntry integrationMenu() {
        return new MenuEntry("work", "linkage.integration.title", "/integration", 56, "linkage.view");
    }

    @Bean
    static DeskTile eventsWaiting(Linkage linkage) {
        return new DeskTile("linkage.desk", "/events?status=WAITS_FOR_PERSON", "linkage.settle", linkage::countWaiting);
    }

    @Bean
    static DeskTile unreadWaiting(UnreadLines unread) {
        return new DeskTile("linkage.unread.title", "/events/unread", "linkage.settle", unread::count);
    }

    @Bean
    static HouseholdPanel eventsOfHousehold(Linkage linkage, People people, EventWords words, BusinessClock clock) {
        return new HouseholdPanel("linkage.panel", "linkage/ofSubject", 48, "linkage.view", household -> {
            var those = new ArrayList<About>();
            those.add(About.of(new Subject.OfHousehold(household)));
            people.household(household, clock.today())
                    .members()
                    .forEach(member -> those.add(About.of(member.person().id())));
            return rows(linkage, words, those);
        });
    }

    @Bean
    static PersonPanel eventsOfPerson(Linkage linkage, EventWords words) {
        return new PersonPanel(
                "linkage.panel",
                "linkage/ofSubject",
                48,
                "linkage.view",
                person -> rows(linkage, words, List.of(About.of(person))));
    }

    @Bean
    static OrganisationPanel eventsOfOrganisation(Linkage linkage, EventWords words) {
        return new OrganisationPanel(
                "linkage.panel",
                "linkage/ofSubject",
                48,
                "linkage.view",
                organisation -> rows(linkage, words, List.of(About.of(new Subject.OfOrganisation(organisation)))));
    }

    /** Which event opened the case, itself or by a recheck that the case answers. */
    @Bean
    static CasePanel eventsOfCase(Linkage linkage, Rechecks rechecks, EventWords words) {
        return new CasePanel(
                "linkage.panel.case",
                "linkage/ofCase",
                48,
                "linkage.view",
                file -> Stream.concat(
                                Stream.of(new Reference("case", file.id().toString())),
                                rechecks.answeredBy(file.id()).stream()
                                        .map(id -> new Reference("recheck", id.toString())))
                        .flatMap(reference -> linkage.leadingTo(reference).stream())
                        .map(LinkedEffect::event)
                        .distinct()
                        .map(event -> EventsView.Row.of(linkage.get(event), words))
                        .toList());
    }

    private static List<EventsView.Row> rows(Linkage linkage, EventWords words, List<About> those) {
        return linkage.about(those).stream()
                .map(event -> EventsView.Row.of(event, words))
                .toList();
    }
}
