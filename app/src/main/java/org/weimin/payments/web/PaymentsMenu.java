package org.weimin.payments.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class PaymentsMenu {
    @Bean
    static MenuEntry runsMenu() {
        return new MenuEntry("money", "payments.menu.runs", "/payments", 20, "payments.view");
    }
}
