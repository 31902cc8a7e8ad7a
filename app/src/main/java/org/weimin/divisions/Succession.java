package org.weimin.divisions;

import java.time.LocalDate;
import org.weimin.kernel.DivisionCode;

/** 沿革: from one day on, what was {@code before} is {@code after}; a merger has many befores, a split many afters. */
public record Succession(DivisionCode before, DivisionCode after, Kind kind, LocalDate on, String document) {
    /** 变更类别. */
    public enum Kind {
        MERGE,
        SPLIT,
        RENAME,
        RECODE,
        UNDO
    }
}
