package org.weimin.casework.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.HouseholdAction;
import org.weimin.people.HouseholdPanel;
import org.weimin.people.OrganisationPanel;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the household page. */
@Configuration(proxyBeanMethods = false)
class CaseworkMenu {
    @Bean
    static MenuEntry deskMenu() {
        return new MenuEntry("work", "casework.menu.desk", "/desk", 10, "shell.desk");
    }

    @Bean
    static MenuEntry casesMenu() {
        return new MenuEntry("work", "casework.menu.cases", "/cases", 20, "casework.view");
    }

    @Bean
    static MenuEntry loadMenu() {
        return new MenuEntry("work", "casework.menu.load", "/cases/load", 25, "casework.view");
    }

    @Bean
    static HouseholdAction stopAction() {
        return new HouseholdAction(
                "casework.action.stop", "/cases/stop/new?household={household}", 20, "casework.handle");
    }

    @Bean
    static HouseholdPanel casesPanel(CasesOfHousehold cases) {
        return new HouseholdPanel("casework.panel.title", "casework/panel", 30, "casework.view", cases::view);
    }

    @Bean
    static OrganisationPanel casesOfOrganisation(CasesOfHousehold cases) {
        return new OrganisationPanel("casework.panel.title", "casework/panel", 30, "casework.view", cases::view);
    }
}
