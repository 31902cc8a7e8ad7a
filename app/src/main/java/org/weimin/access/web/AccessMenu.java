package org.weimin.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** What this room adds to the menu. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {
    @Bean
    static MenuEntry staffMenu() {
        return new MenuEntry("admin", "access.menu.staff", "/staff", 10, "access.view");
    }

    @Bean
    static MenuEntry postsMenu() {
        return new MenuEntry("admin", "access.menu.posts", "/posts", 11, "access.view");
    }

    @Bean
    static MenuEntry passwordMenu() {
        return new MenuEntry("admin", "access.menu.password", "/sign-in/password", 90, "shell.desk");
    }

    @Bean
    static MenuEntry secondFactorMenu() {
        return new MenuEntry("admin", "access.menu.second-factor", "/sign-in/enrol", 91, "shell.desk");
    }

    @Bean
    static MenuEntry postMenu() {
        return new MenuEntry("admin", "access.menu.change-post", "/sign-in/post", 92, "shell.desk");
    }

    @Bean
    static MenuEntry deputiesMenu() {
        return new MenuEntry("admin", "access.menu.deputies", "/deputies", 93, "access.deputise");
    }
}
