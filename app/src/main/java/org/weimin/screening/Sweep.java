package org.weimin.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/** 筛查: one pass of the rules over everybody who lives in a place, as of a day and as known at an instant. */
public record Sweep(
        SweepId id,
        DivisionCode place,
        LocalDate asOf,
        Instant knownAt,
        Optional<MatterId> only,
        String askedBy,
        Status status,
        Progress progress,
        Took took,
        String failure) {
    /** 状态. */
    public enum Status {
        ASKED,
        RUNNING,
        DONE,
        FAILED
    }

    /** 进度. */
    public record Progress(int slices, int slicesDone, int households, int persons) {}

    /** 用时: from the first row to the last by the clock of the wall, and what the workers spent on each part. */
    public record Took(Duration whole, Duration reading, Duration judging, Duration writing) {
        public static final Took NOTHING = new Took(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    public boolean isOpen() {
        return status == Status.ASKED || status == Status.RUNNING;
    }
}
