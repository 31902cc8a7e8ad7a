package org.weimin.people.web;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.Duplicates;
import org.weimin.people.HouseholdAction;
import org.weimin.people.Merge;
import org.weimin.people.Merging;
import org.weimin.people.PersonPanel;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Texts;

/** What this room adds to the menu and to its own household page. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {
    @Bean
    static MenuEntry searchMenu() {
        return new MenuEntry("people", "people.menu.search", "/people", 10, "people.search");
    }

    @Bean
    static MenuEntry organisationsMenu() {
        return new MenuEntry("people", "people.menu.organisations", "/people/organisations", 15, "people.search");
    }

    @Bean
    static MenuEntry duplicatesMenu() {
        return new MenuEntry("people", "people.menu.duplicates", "/people/duplicates", 18, "people.duplicates");
    }

    /** On the page of a resident: whether the same person may be recorded once more. */
    @Bean
    static PersonPanel records(Duplicates duplicates, Merging merging) {
        return new PersonPanel("people.records.title", "people/records", 90, "people.duplicates", person -> {
            Stream<RecordsView.Line> pairs = duplicates.of(person).stream()
                    .map(pair -> new RecordsView.Line(
                            Texts.t("people.notice.duplicate", pair.score().toPlainString()),
                            "/people/duplicates/" + pair.id(),
                            true));
            Stream<RecordsView.Line> merges = merging.of(person).stream()
                    .filter(merge -> merge.status() == Merge.Status.DONE || merge.status() == Merge.Status.PROPOSED)
                    .map(merge -> new RecordsView.Line(
                            Texts.t("people.notice.merge." + merge.status()),
                            "/people/merges/" + merge.id(),
                            merge.status() == Merge.Status.PROPOSED));
            return new RecordsView(Stream.concat(pairs, merges).toList());
        });
    }

    @Bean
    static MenuEntry importMenu() {
        return new MenuEntry("people", "people.menu.import", "/people/import", 20, "people.import");
    }

    @Bean
    static HouseholdAction addMember() {
        return new HouseholdAction(
                "people.household.add-member", "/households/{household}/members/new", 50, "people.edit");
    }
}
