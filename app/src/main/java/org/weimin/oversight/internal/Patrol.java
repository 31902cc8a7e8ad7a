package org.weimin.oversight.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.DayBegan;
import org.weimin.home.Job;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.LastRun;

/** 巡查: every business day asks all questions once; a rerun of the day finds the same and doubles nothing. */
@Component
public class Patrol {
    private static final long NANOS_A_MILLI = 1_000_000;
    private final Checks checks;
    private final RunStore runs;
    private final TransactionTemplate transaction;

    Patrol(Checks checks, RunStore runs, TransactionTemplate transaction) {
        this.checks = checks;
        this.runs = runs;
        this.transaction = transaction;
    }

    /** Asked for with the day, and worked after it: the office does not wait. */
    @EventListener
    void on(DayBegan event) {
        runs.ask(event.day());
    }

    void work() {
        transaction.executeWithoutResult(status -> runs.claim().ifPresent(this::inTransaction));
    }

    /** The whole patrol of the day, now. */
    public LastRun run(LocalDate day) {
        return Objects.requireNonNull(transaction.execute(status -> inTransaction(day)));
    }

    public Optional<LastRun> last() {
        return runs.last();
    }

    private LastRun inTransaction(LocalDate day) {
        long start = System.nanoTime();
        var found = checks.find(county -> checks.thresholds(county, day), day);
        int fresh = runs.keep(found, day);
        int gone = runs.gone(day);
        var run = new LastRun(
                day, found.size(), fresh, gone, Math.toIntExact((System.nanoTime() - start) / NANOS_A_MILLI));
        runs.finish(run);
        return run;
    }

    /** How many of each kind other thresholds would find; keeps nothing. */
    Map<Anomaly.Kind, Integer> suppose(Map<String, String> others, LocalDate day) {
        var counts = new EnumMap<Anomaly.Kind, Integer>(Anomaly.Kind.class);
        Optional.ofNullable(transaction.execute(status ->
                        checks.find(county -> checks.thresholds(county, day).supposing(others), day)))
                .ifPresent(found -> found.forEach(each -> counts.merge(each.kind(), 1, Integer::sum)));
        return counts;
    }

    /** What this room does again and again. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job patrol(Patrol patrol) {
            return new Job("oversight", Duration.ofSeconds(5), patrol::work);
        }
    }
}
