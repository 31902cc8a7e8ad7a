package org.weimin.bench;

import java.util.Arrays;

/** Durations in nanoseconds, sorted. */
final class Percentiles {
    private final long[] sorted;

    Percentiles(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The duration that this share of all did not exceed. */
    long at(int perMille) {
        int index = (int) Math.ceil(sorted.length * (perMille / 1_000.0)) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }

    String text() {
        return "p50 %s ms, p95 %s ms, p99 %s ms, max %s ms"
                .formatted(millis(500), millis(950), millis(990), millis(1_000));
    }

    private String millis(int perMille) {
        return "%.2f".formatted(at(perMille) / 1e6);
    }
}
