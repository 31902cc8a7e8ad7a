package org.weimin.divisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.weimin.kernel.DivisionCode;

/** 演练: what carrying out did to the last row before it was taken back, and what does not fit. */
public record Rehearsal(
        Instant at, Duration took, boolean isOfThisPlan, List<Touch> touches, List<Conflict> conflicts) {
    public Rehearsal {
        touches = List.copyOf(touches);
        conflicts = List.copyOf(conflicts);
    }

    /** 触及: how many rows of one table go with one division. */
    public record Touch(String table, DivisionCode before, long rows) {}

    public boolean mayGoOn() {
        return conflicts.stream().noneMatch(Conflict::blocks);
    }
}
