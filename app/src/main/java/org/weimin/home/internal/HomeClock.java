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
    private volatile Duration ahead = Duration.ZERO;

    public HomeClock(Clock wall) {
        this.wall = wall;
    }

    @Override
    public Instant now() {
        return wall.instant().plus(ahead);
    }

    public void moveAheadBy(int days) {
        ahead = Duration.ofDays(days);
    }
}
