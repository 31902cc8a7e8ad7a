package org.weimin.screening.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.shell.MenuEntry;

/** The way to the what-if. */
@Configuration(proxyBeanMethods = false)
class WhatIfMenu {
    @Bean
    static MenuEntry whatIfMenu() {
        return new MenuEntry("work", "screening.whatif.menu", "/whatif", 61, "screening.suppose");
    }
}
