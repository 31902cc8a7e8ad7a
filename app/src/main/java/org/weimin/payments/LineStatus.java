package org.weimin.payments;

import java.util.Map;
import java.util.Set;

/** 明细状态: what became of one line. Only the bank's return says SETTLED; a timeout is no answer, so UNKNOWN. */
public enum LineStatus {
    PLANNED,
    BLOCKED,
    RELEASED,
    SENT,
    UNKNOWN,
    SETTLED,
    RETURNED;

    /** A re-issue is a new line that replaces a returned one. */
    static final Map<LineStatus, Set<LineStatus>> MAY_BECOME = Map.of(
            PLANNED, Set.of(RELEASED, BLOCKED),
            BLOCKED, Set.of(PLANNED),
            RELEASED, Set.of(SENT),
            SENT, Set.of(SETTLED, RETURNED, UNKNOWN),
            UNKNOWN, Set.of(SETTLED, RETURNED),
            RETURNED, Set.of(),
            SETTLED, Set.of());
}
