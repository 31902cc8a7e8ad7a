package org.weimin.access.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Job;
import org.weimin.home.SealedColumn;

/** What this room has done again and again. */
@Configuration(proxyBeanMethods = false)
class AccessJobs {
    @Bean
    static Job sweepSessions(SignInDesk desk, ResidentDesk residents) {
        return new Job("sweep-sessions", Duration.ofMinutes(10), () -> {
            desk.sweep();
            residents.sweep();
        });
    }

    /** For the day when keys change. */
    @Bean
    static SealedColumn secondFactors() {
        return new SealedColumn("access.credential", "totp_secret", List.of("staff_id"));
    }
}
