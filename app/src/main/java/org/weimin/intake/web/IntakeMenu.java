package org.weimin.intake.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.HouseholdAction;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the household page. */
@Configuration(proxyBeanMethods = false)
class IntakeMenu {
    @Bean
    static MenuEntry windowMenu() {
        return new MenuEntry("work", "intake.menu", "/intake", 30, "intake.apply");
    }

    @Bean
    static MenuEntry changesMenu() {
        return new MenuEntry("work", "intake.changes.title", "/intake/changes", 35, "intake.changes");
    }

    @Bean
    static HouseholdAction fileApplication() {
        return new HouseholdAction(
                "intake.action", "/intake/new?household={household}&matter=dibao", 10, "intake.assistance");
    }

    @Bean
    static HouseholdAction chooseMatters() {
        return new HouseholdAction("intake.action.choose", "/intake/new?household={household}", 11, "intake.apply");
    }
}
