package org.weimin.home.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.weimin.kernel.BusinessClock;

/**
 * Wall clock plus the days a demo home has moved ahead. Asking it costs nothing: the day job reads the stored days
 * every second and tells it here.
 */
public final class HomeClock implements BusinessClock {
    private final Clock wall;
    private final ThreadLocal<Duration> back = ThreadLocal.withInitial(() -> Duration.ZERO);
    private volatile Duration ahead = Duration.ZERO;

    public HomeClock(Clock wall) {
        this.wall = wall;
    }

    @Override
    public Instant now() {
        return wall.instant().plus(ahead).minus(back.get());
    }

    public void moveAheadBy(int days) {
        ahead = Duration.ofDays(days);
    }

    /** For what this thread does in the work; everybody else stays where they are. */
    public void back(int days, Runnable work) {
        back.set(Duration.ofDays(days));
        try {
            work.run();
        } finally {
            back.remove();
        }
    }
}
