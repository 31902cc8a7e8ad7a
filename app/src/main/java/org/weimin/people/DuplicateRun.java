package org.weimin.people;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;

/** 查重: one comparison of all residents of a place. */
public record DuplicateRun(
        UUID id, DivisionCode place, Status status, String askedBy, Counts counts, Instant askedAt, Duration took) {
    /** Where it stands. */
    public enum Status {
        ASKED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * 计数: what it did.
     *
     * @param compared pairs that shared enough to be compared
     * @param unsealed identity numbers that were opened in memory to compare them digit by digit
     * @param listed pairs at or above the listed score
     * @param reopened pairs that had been ruled out and are open again
     */
    public record Counts(int residents, long compared, long unsealed, int listed, int reopened) {}
}
