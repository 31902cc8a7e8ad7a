package org.weimin.benefits.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.divisions.PlaceList;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Aid by the name of whoever is paid, place by place; a corrected line is a row like any other. */
@Configuration(proxyBeanMethods = false)
class BenefitLists {
    @Bean
    static PlaceList entitlementsOfAPlace(Policy policy) {
        return new PlaceList("benefits.entitlement", "benefits.view", """
            SELECT e.payee_id AS id, p.name AS label, e.matter AS detail
              FROM benefits.entitlement e JOIN people.v_person p ON p.person_id = e.payee_id WHERE e.area = :place
            """, "/people/", matter -> {
            var title = policy.pack(new MatterId(matter)).title();
            return Texts.either(title.zh(), title.en());
        });
    }
}
