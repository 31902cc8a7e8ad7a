package org.weimin.people;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * @param learnt what this place's own records taught
     */
    public record Counts(int residents, long compared, long unsealed, int listed, int reopened, List<Learnt> learnt) {
        public Counts {
            learnt = List.copyOf(learnt);
        }
    }

    /**
     * 学得: how often pairs that are taken for one person show this.
     *
     * @param code as of a {@link Likeness}
     * @param tenths what it weighs, unless that depends on how rare the value is
     */
    public record Learnt(String code, BigDecimal percent, int tenths, boolean byValue) {
        public BigDecimal points() {
            return BigDecimal.valueOf(tenths, Likeness.SCALE);
        }
    }
}
