package org.weimin.offices.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.casework.FrontDoor;
import org.weimin.offices.Offices;

/** What the register of offices says on the letters of a case. */
@Configuration(proxyBeanMethods = false)
class WhereToGo {
    @Bean
    static FrontDoor frontDoor(@Lazy Offices offices) {
        return new FrontDoor(place -> offices.premisesOf(place)
                .map(has -> new FrontDoor.Where(
                        has.contact().address(),
                        has.contact().hours(),
                        has.contact().phone())));
    }
}
