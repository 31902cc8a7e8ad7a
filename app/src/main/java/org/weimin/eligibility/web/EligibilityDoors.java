package org.weimin.eligibility.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.people.HouseholdAction;

/** What this room offers on the household page. */
@Configuration(proxyBeanMethods = false)
class EligibilityDoors {
    @Bean
    static HouseholdAction tryTheRules() {
        return new HouseholdAction("eligibility.try", "/eligibility/{household}", 30, "eligibility.try");
    }

    @Bean
    static HouseholdAction everything() {
        return new HouseholdAction("eligibility.all", "/eligibility/{household}/all", 31, "eligibility.try");
    }

    @Bean
    static HouseholdAction cliff() {
        return new HouseholdAction("eligibility.cliff.open", "/eligibility/{household}/cliff", 32, "eligibility.try");
    }
}
