package org.weimin.linkage.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Job;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.EventTold;

/**
 * As soon as it is certain that something was told, what follows from it is worked, as the system, which sees everybody
 * whom it may touch. What a crash leaves behind is worked by the job.
 */
@Component
public class WorkEvents {
    static final String JOB = "linkage";
    private static final Logger log = LoggerFactory.getLogger(WorkEvents.class);
    private static final int AT_ONCE = 200;
    private final EventStore events;
    private final Working working;
    private final TransactionTemplate own;

    WorkEvents(EventStore events, Working working, PlatformTransactionManager transactions) {
        this.events = events;
        this.working = working;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What concerns everybody who receives a matter is left to the job: nobody waits for that at a window. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(EventTold told) {
        if (told.about() != About.Kind.MATTER) {
            work(told.event());
        }
    }

    /** Everything that was told and is not worked yet. */
    public int work() {
        var waiting = Acting.as(job("waiting"), () -> own.execute(status -> events.received(AT_ONCE)));
        waiting.forEach(this::work);
        return waiting.size();
    }

    /** Whoever told it has told it, whatever becomes of what follows: that is tried again. */
    private void work(EventId id) {
        try {
            boolean done = false;
            while (!done) {
                done = Acting.as(
                        job(id.toString()), () -> Boolean.TRUE.equals(own.execute(status -> working.work(id))));
            }
        } catch (RuntimeException failed) {
            log.error("Event {} could not be worked and will be tried again", id, failed);
        }
    }

    static boolean isWorking() {
        return Acting.current() instanceof Actor.SystemJob(String job, String ignored) && job.equals(JOB);
    }

    private static Actor job(String cause) {
        return new Actor.SystemJob(JOB, cause);
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job workEvents(WorkEvents work) {
            return new Job("work-events", Duration.ofSeconds(10), work::work);
        }
    }
}
