package org.weimin.offices.internal;

import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.divisions.PlaceList;

/** Offices by their address and their people by name, place by place. */
@Configuration(proxyBeanMethods = false)
class OfficeLists {
    @Bean
    static PlaceList premisesOfAPlace() {
        return new PlaceList("offices.premises", "offices.view", """
            SELECT org_unit_id AS id, location AS label, telephone AS detail
              FROM offices.premises WHERE serves = :place
            """, "/offices/", UnaryOperator.identity());
    }

    @Bean
    static PlaceList membersOfAPlace() {
        return new PlaceList("offices.member", "offices.view", """
            SELECT org_unit_id AS id, name AS label, lower(valid)::text AS detail
              FROM offices.member WHERE area = :place
            """, "/offices/", UnaryOperator.identity());
    }
}
