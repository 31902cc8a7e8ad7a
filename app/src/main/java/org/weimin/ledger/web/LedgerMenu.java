package org.weimin.ledger.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class LedgerMenu {
    @Bean
    static MenuEntry booksMenu() {
        return new MenuEntry("money", "ledger.menu.ledger", "/ledger", 30, "ledger.view");
    }

    @Bean
    static MenuEntry budgetMenu() {
        return new MenuEntry("money", "ledger.menu.budget", "/budget", 31, "ledger.view");
    }
}
