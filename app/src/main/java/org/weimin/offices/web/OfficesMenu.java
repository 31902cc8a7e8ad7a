package org.weimin.offices.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.casework.DeskTile;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.offices.Balancing;
import org.weimin.offices.Covers;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu and to the desk. */
@Configuration(proxyBeanMethods = false)
class OfficesMenu {
    @Bean
    static MenuEntry officesMenu() {
        return new MenuEntry("work", "offices.menu", "/offices", 70, "offices.view");
    }

    @Bean
    static DeskTile gapsTile(Covers covers, BusinessClock clock) {
        return new DeskTile(
                "offices.tile.gaps",
                "/offices/cover",
                "offices.lead",
                () -> covers.gaps(
                                Acting.staff().area(),
                                clock.today(),
                                clock.today().plusDays(CoverPage.DAYS))
                        .size());
    }

    @Bean
    static DeskTile proposalsTile(Balancing balancing) {
        return new DeskTile(
                "offices.tile.proposals", "/offices/what-if/proposals", "offices.confirm", balancing::countOpen);
    }
}
