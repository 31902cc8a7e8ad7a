package org.weimin.people.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.access.Circle;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.People;

/** Tells the sign-in desk whose rows a resident's own file has. */
@Configuration(proxyBeanMethods = false)
class OwnCircle {
    @Bean
    static Circle circle(People people, BusinessClock clock) {
        return new Circle(signedIn -> people.own(signedIn, clock.today()));
    }
}
