package org.weimin.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.weimin.kernel.StaffId;

/** What proves that somebody is who they say, as read for one attempt. {@code now} is the database's second. */
record Credential(
        StaffId staff,
        String name,
        String signInName,
        Optional<String> passwordHash,
        Optional<Instant> passwordSetAt,
        Optional<String> totpSecret,
        long totpLastStep,
        Instant now) {}
