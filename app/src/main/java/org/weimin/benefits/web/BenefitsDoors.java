package org.weimin.benefits.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.OneOffs;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.DeskTile;
import org.weimin.kernel.Subject;
import org.weimin.people.HouseholdAction;
import org.weimin.people.HouseholdPanel;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the household page. */
@Configuration(proxyBeanMethods = false)
class BenefitsDoors {
    @Bean
    static MenuEntry rosterMenu() {
        return new MenuEntry("money", "benefits.roster", "/benefits", 10, "benefits.view");
    }

    @Bean
    static MenuEntry followUpsMenu() {
        return new MenuEntry("money", "benefits.follow-ups", "/benefits/follow-ups", 11, "benefits.view");
    }

    @Bean
    static MenuEntry rechecksMenu() {
        return new MenuEntry("work", "benefits.rechecks", "/rechecks", 25, "benefits.view");
    }

    @Bean
    static DeskTile rechecksDue(Rechecks rechecks) {
        return new DeskTile(
                "benefits.rechecks.DUE", "/rechecks", "casework.handle", () -> rechecks.count(Recheck.Which.DUE));
    }

    @Bean
    static HouseholdAction reportAction() {
        return new HouseholdAction("benefits.report", "/rechecks/report?household={household}", 15, "casework.handle");
    }

    @Bean
    static HouseholdPanel receivedPanel(Benefits benefits, OneOffs oneOffs, MatterTitles titles) {
        return new HouseholdPanel("benefits.received", "benefits/ofHousehold", 40, "benefits.view", household -> {
            var subject = new Subject.OfHousehold(household);
            return BenefitsOfHousehold.of(benefits.of(subject), oneOffs.of(subject), titles);
        });
    }
}
