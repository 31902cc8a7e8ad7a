package org.weimin.screening.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class ScreeningMenu {
    @Bean
    static MenuEntry screeningMenu() {
        return new MenuEntry("work", "screening.menu", "/screening", 60, "screening.view");
    }
}
