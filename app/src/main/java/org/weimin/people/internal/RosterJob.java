package org.weimin.people.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.weimin.home.Job;
import org.weimin.people.Rosters;

/** Applies what was released for import, after a crash as well. */
@Configuration(proxyBeanMethods = false)
class RosterJob {
    @Bean
    static Job applyRosters(@Lazy Rosters rosters) {
        return new Job("apply-rosters", Duration.ofSeconds(1), () -> {
            boolean more = true;
            while (more) {
                more = rosters.work();
            }
        });
    }
}
