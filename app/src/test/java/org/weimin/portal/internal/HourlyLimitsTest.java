package org.weimin.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HourlyLimitsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T02:00:00Z"));
    private final HourlyLimits limits = new HourlyLimits(now::get);

    @Test
    void ten_wrong_codes_shut_the_door_to_one_address_only() {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.isReached("progress", "10.0.0.1", 10)).isFalse();
            limits.add("progress", "10.0.0.1");
        }
        assertThat(limits.isReached("progress", "10.0.0.1", 10)).isTrue();
        assertThat(limits.isReached("progress", "10.0.0.2", 10)).isFalse();
        assertThat(limits.isReached("objection", "10.0.0.1", 10)).isFalse();
    }

    @Test
    void after_an_hour_it_opens_again() {
        limits.add("progress", "10.0.0.1");
        now.set(now.get().plus(Duration.ofMinutes(61)));
        assertThat(limits.isReached("progress", "10.0.0.1", 1)).isFalse();
    }

    @Test
    void a_flood_of_addresses_does_not_fill_the_memory() {
        for (int i = 0; i < 20_000; i++) {
            limits.add("progress", "address " + i);
        }
        assertThat(limits.isReached("progress", "address 0", 1)).isFalse();
        assertThat(limits.isReached("progress", "address 19999", 1)).isTrue();
    }
}
