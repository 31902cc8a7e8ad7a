package org.weimin.home.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.BusinessDays;
import org.weimin.home.Deliveries;
import org.weimin.home.Job;

/** What the home itself does again and again. */
@Configuration(proxyBeanMethods = false)
class HomeJobs {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Bean
    static Job beginDays(BusinessDays days) {
        return new Job("begin-days", SECOND, days::work);
    }

    @Bean
    static Job deliverAgain(Deliveries deliveries) {
        return new Job("deliver-again", MINUTE.dividedBy(2), deliveries::work);
    }
}
