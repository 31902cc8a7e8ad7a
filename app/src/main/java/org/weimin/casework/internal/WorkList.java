package org.weimin.casework.internal;

/** 工作清单: the questions that a clerk asks of the cases; each one is a condition on the list. */
public enum WorkList {
    OPEN("c.closed_on IS NULL"),
    TODO("c.status IN ('ASSESSING', 'VISITING', 'HEARING', 'SUPPLEMENT') OR c.step IN ('publish', 'deliver')"
            + " OR (c.status = 'PUBLICITY' AND d.kind IS DISTINCT FROM 'PUBLICITY')"),
    DECIDE("c.status = 'AWAITING_DECISION'"),
    SOON("c.closed_on IS NULL AND d.due_on >= :today AND d.due_on <= :soon"),
    OVERDUE("c.closed_on IS NULL AND d.due_on < :today"),
    HEARINGS("c.status = 'HEARING'"),
    RETURNED("c.status = 'ASSESSING' AND r.returned"),
    OBJECTIONS("o.open_objections > 0"),
    PUBLICITY("c.status = 'PUBLICITY'"),
    CLOSED("c.closed_on IS NOT NULL"),
    ALL("true");

    private final String condition;

    WorkList(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
