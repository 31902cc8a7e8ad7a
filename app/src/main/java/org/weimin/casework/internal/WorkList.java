package org.weimin.casework.internal;

/** 工作清单: the questions that a clerk asks of the cases; each one is a condition on the list. */
public enum WorkList {
    OPEN("c.closed_on IS NULL"),
    TODO("c.status IN ('ACCEPTING', 'ASSESSING', 'VISITING', 'REVIEWING', 'HEARING', 'SUPPLEMENT', 'ISSUING',"
            + " 'PAPERS') OR c.step IN ('publish', 'deliver') OR (c.status = 'PUBLICITY' AND d.kind IS DISTINCT"
            + " FROM 'PUBLICITY')"),
    DECIDE("c.status IN ('FIRST_REVIEW', 'AWAITING_DECISION') OR (c.status = 'ISSUING' AND NOT EXISTS"
            + " (SELECT FROM casework.decision y WHERE y.case_file_id = c.id))"),
    SOON("c.closed_on IS NULL AND d.due_on >= :today AND d.due_on <= :soon"),
    OVERDUE("c.closed_on IS NULL AND d.due_on < :today"),
    ESCALATED("c.closed_on IS NULL AND EXISTS (SELECT FROM casework.deadline w WHERE w.case_file_id = c.id"
            + " AND w.met_on IS NULL AND w.warned_on IS NOT NULL)"),
    HEARINGS("c.status = 'HEARING'"),
    RETURNED("c.status IN ('ACCEPTING', 'ASSESSING') AND r.returned"),
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
