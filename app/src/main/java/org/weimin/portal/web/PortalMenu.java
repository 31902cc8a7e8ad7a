package org.weimin.portal.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class PortalMenu {
    @Bean
    static MenuEntry communityMenu() {
        return new MenuEntry("work", "portal.community.title", "/community", 5, "portal.community");
    }
}
