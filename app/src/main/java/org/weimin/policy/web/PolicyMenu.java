package org.weimin.policy.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class PolicyMenu {
    @Bean
    static MenuEntry policyMenuEntry() {
        return new MenuEntry("work", "policy.menu", "/policy", 80, "policy.view");
    }

    @Bean
    static MenuEntry draftsMenuEntry() {
        return new MenuEntry("work", "policy.menu.drafts", "/policy/drafts", 81, "policy.drafts");
    }

    @Bean
    static MenuEntry calendarMenuEntry() {
        return new MenuEntry("admin", "policy.menu.calendar", "/policy/calendar", 30, "policy.calendar");
    }
}
