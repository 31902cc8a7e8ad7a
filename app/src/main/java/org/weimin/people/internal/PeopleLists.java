package org.weimin.people.internal;

import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.divisions.PlaceList;

/** Residents and households by name, place by place. */
@Configuration(proxyBeanMethods = false)
class PeopleLists {
    @Bean
    static PlaceList residentsOfAPlace() {
        return new PlaceList(
                "people.person",
                "people.view",
                "SELECT id, name AS label, address AS detail FROM people.person WHERE area = :place",
                "/people/",
                UnaryOperator.identity());
    }

    @Bean
    static PlaceList householdsOfAPlace() {
        return new PlaceList("people.household", "people.view", """
            SELECT household_id AS id, head_name AS label, address AS detail
              FROM people.v_household WHERE area = :place
            """, "/households/", UnaryOperator.identity());
    }
}
