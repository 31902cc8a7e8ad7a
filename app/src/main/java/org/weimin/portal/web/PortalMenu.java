package org.weimin.portal.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.casework.DeskTile;
import org.weimin.intake.Changes;
import org.weimin.portal.internal.HelpCalls;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class PortalMenu {
    @Bean
    static DeskTile changesTile(Changes changes) {
        return new DeskTile(
                "intake.changes.title",
                "/intake/changes",
                "intake.changes",
                () -> changes.listOpen().size());
    }

    @Bean
    static DeskTile callsTile(HelpCalls calls) {
        return new DeskTile(
                "portal.community.calls",
                "/community",
                "portal.community",
                () -> calls.listOpen().size());
    }

    @Bean
    static MenuEntry communityMenu() {
        return new MenuEntry("work", "portal.community.title", "/community", 5, "portal.community");
    }
}
