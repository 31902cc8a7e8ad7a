package org.weimin.facts;

import java.util.UUID;

/** 处理差异: how the assessor settles one, and why. */
public record SettleConflict(UUID conflict, Way way, String reason) {
    /** Take what was found, keep what was declared, or ask the resident first. */
    public enum Way {
        TAKE,
        KEEP,
        ASK
    }
}
