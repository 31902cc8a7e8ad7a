package org.weimin.portal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what an address did within an hour, for doors that anybody may knock at. Machine time, in memory, bounded. */
@Component
public class HourlyLimits {
    private static final int MOST_KEPT = 10_000;
    private static final Duration WINDOW = Duration.ofHours(1);

    /** How often since the window began. */
    private record Count(Instant since, int times) {}

    private final InstantSource time;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public HourlyLimits() {
        this(InstantSource.system());
    }

    HourlyLimits(InstantSource time) {
        this.time = time;
    }

    public synchronized boolean isReached(String what, String address, int most) {
        return count(what + ' ' + address).times() >= most;
    }

    public synchronized void add(String what, String address) {
        Count count = count(what + ' ' + address);
        counts.put(what + ' ' + address, new Count(count.since(), count.times() + 1));
    }

    private Count count(String key) {
        Instant now = time.instant();
        Count count = counts.get(key);
        return count == null || count.since().plus(WINDOW).isBefore(now) ? new Count(now, 0) : count;
    }
}
