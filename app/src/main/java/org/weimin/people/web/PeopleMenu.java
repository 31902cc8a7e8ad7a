package org.weimin.people.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.HouseholdAction;
import org.weimin.shell.MenuEntry;

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
    static MenuEntry importMenu() {
        return new MenuEntry("people", "people.menu.import", "/people/import", 20, "people.import");
    }

    @Bean
    static HouseholdAction addMember() {
        return new HouseholdAction(
                "people.household.add-member", "/households/{household}/members/new", 50, "people.edit");
    }
}
