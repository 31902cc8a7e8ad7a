package org.weimin.home.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.weimin.home.Job;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** Runs the rooms' jobs while the application serves pages; a command or a test calls the work itself. */
@Component
@ConditionalOnBooleanProperty("weimin.jobs")
class JobRunner implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 2;
    private final List<Job> jobs;
    private final List<Future<?>> running = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("job-", 1).factory());

    JobRunner(List<Job> jobs) {
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (Job job : jobs) {
            long pause = job.pause().toMillis();
            running.add(threads.scheduleWithFixedDelay(() -> run(job), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    /** A job that fails is tried again after its pause: one that throws would never be scheduled again. */
    private static void run(Job job) {
        try {
            Acting.as(new Actor.SystemJob(job.name(), "schedule"), job.work());
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException away) {
            log.warn("Job {} waits for the database: {}", job.name(), away.getMessage());
        } catch (RuntimeException failed) {
            log.error("Job {} failed and will be tried again", job.name(), failed);
        }
    }

    @Override
    public void destroy() {
        running.forEach(job -> job.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
