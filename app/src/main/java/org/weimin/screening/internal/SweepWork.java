package org.weimin.screening.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Job;

/** Works the sweeps that were asked for, one after the other. */
@Component
public class SweepWork {
    private final SweepStore sweeps;
    private final SweepRun run;
    private final TransactionTemplate transaction;

    SweepWork(SweepStore sweeps, SweepRun run, TransactionTemplate transaction) {
        this.sweeps = sweeps;
        this.run = run;
        this.transaction = transaction;
    }

    /** Until nothing is asked for any more. */
    public void work() {
        while (true) {
            var next = transaction.execute(status -> sweeps.claim());
            if (next == null || next.isEmpty()) {
                return;
            }
            run.run(next.get());
        }
    }

    /** What this room does again and again. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job sweeps(SweepWork work) {
            return new Job("screening", Duration.ofSeconds(1), work::work);
        }
    }
}
