package org.weimin.policy.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Job;
import org.weimin.policy.Policy;

/** What this room does by itself. */
@Configuration(proxyBeanMethods = false)
class PolicyJobs {
    @Bean
    static Job policyRefresh(PackShelf shelf, Policy policy) {
        return new Job("policy-refresh", Duration.ofSeconds(1), () -> {
            if (shelf.refresh()) {
                policy.publish();
            }
        });
    }
}
