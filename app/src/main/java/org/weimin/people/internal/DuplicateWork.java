package org.weimin.people.internal;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.DayBegan;
import org.weimin.home.Job;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Duplicates;

/** Works the comparisons that were asked for, one after the other. */
@Component
public class DuplicateWork {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateWork.class);
    private final DuplicateRunStore runs;
    private final DuplicateScan scan;
    private final TransactionTemplate transaction;

    DuplicateWork(DuplicateRunStore runs, DuplicateScan scan, TransactionTemplate transaction) {
        this.runs = runs;
        this.scan = scan;
        this.transaction = transaction;
    }

    /** Until nothing is asked for any more. */
    public void work() {
        Optional<DuplicateRun> next = claim();
        while (next.isPresent()) {
            work(next.get());
            next = claim();
        }
    }

    private Optional<DuplicateRun> claim() {
        return Optional.ofNullable(transaction.execute(status -> runs.claim())).flatMap(found -> found);
    }

    private void work(DuplicateRun run) {
        try {
            DuplicateRun.Counts counts = scan.run(run);
            transaction.executeWithoutResult(status -> runs.done(run.id(), counts));
        } catch (RuntimeException broken) {
            LOG.error("The comparison {} broke off", run.id(), broken);
            transaction.executeWithoutResult(
                    status -> runs.failed(run.id(), broken.getClass().getSimpleName()));
        }
    }

    /** What this room does again and again, and every night for whoever is new. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job duplicates(DuplicateWork work) {
            return new Job("duplicates", Duration.ofSeconds(2), work::work);
        }
    }

    /** Every night the counties that have somebody new are compared. */
    @Component
    static class AskOnDayBegan {
        private final Duplicates duplicates;

        AskOnDayBegan(@Lazy Duplicates duplicates) {
            this.duplicates = duplicates;
        }

        @EventListener
        void on(DayBegan event) {
            duplicates.askForNews();
        }
    }
}
