package org.weimin.screening.internal;

import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** 工作线程: as many threads as the machine has to spare take slice after slice until none is left. */
final class Workers {
    private static final int MOST = 4;

    private Workers() {}

    /** Ends when every worker has; the failure of one is the failure of all. */
    static void share(String job, Queue<Slice> slices, Runnable worker) {
        int workers = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        try (var threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name(job + "-", 1).factory())) {
            var running = IntStream.range(0, workers)
                    .mapToObj(number -> threads.submit(worker))
                    .toList();
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            slices.clear();
            throw new IllegalStateException("A worker failed", failed.getCause());
        } catch (InterruptedException hurry) {
            slices.clear();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted: " + job, hurry);
        }
    }
}
