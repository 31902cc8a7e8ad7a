package org.weimin.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** 业务时钟: the day and the instant the office works in; a demo home may be days ahead of the wall clock. */
public interface BusinessClock {
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Instant now();

    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }
}
