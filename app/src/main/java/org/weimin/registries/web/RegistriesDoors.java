package org.weimin.registries.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.kernel.Subject;
import org.weimin.people.HouseholdPanel;
import org.weimin.people.OrganisationPanel;
import org.weimin.registries.Registries;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the pages of households and organisations. */
@Configuration(proxyBeanMethods = false)
class RegistriesDoors {
    @Bean
    static MenuEntry registersMenu() {
        return new MenuEntry("work", "registries.title", "/registers", 50, "registries.view");
    }

    @Bean
    static HouseholdPanel registerEntriesOfHousehold(Registries registries) {
        return new HouseholdPanel(
                "registries.panel",
                "registries/ofSubject",
                45,
                "registries.view",
                household -> RegistersView.rows(registries.of(new Subject.OfHousehold(household))));
    }

    @Bean
    static OrganisationPanel registerEntriesOfOrganisation(Registries registries) {
        return new OrganisationPanel(
                "registries.panel",
                "registries/ofSubject",
                45,
                "registries.view",
                organisation -> RegistersView.rows(registries.of(new Subject.OfOrganisation(organisation))));
    }
}
