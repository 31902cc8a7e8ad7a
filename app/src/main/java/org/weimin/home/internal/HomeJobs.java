package org.weimin.home.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.weimin.home.BusinessDays;
import org.weimin.home.Job;

/** What the home itself does again and again. */
@Configuration(proxyBeanMethods = false)
class HomeJobs {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    @Bean
    static Job beginDays(BusinessDays days) {
        return new Job("begin-days", SECOND, days::work);
    }

    /** What a listener did not finish is given to it again after a minute; what fails five times waits for a human. */
    @Bean
    static Job resubmitEvents(IncompleteEventPublications open) {
        var older = ResubmissionOptions.defaults()
                .withMinAge(MINUTE)
                .withFilter(publication -> publication.getCompletionAttempts() < TRIES);
        return new Job("resubmit-events", MINUTE, () -> open.resubmitIncompletePublications(older));
    }
}
