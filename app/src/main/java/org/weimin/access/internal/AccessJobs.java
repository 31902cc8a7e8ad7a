package org.weimin.access.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Job;

/** What this room has done again and again. */
@Configuration(proxyBeanMethods = false)
class AccessJobs {
    @Bean
    static Job sweepSessions(SignInDesk desk) {
        return new Job("sweep-sessions", Duration.ofMinutes(10), desk::sweep);
    }
}
