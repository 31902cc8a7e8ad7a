package org.weimin.casework.internal;

/** 工作清单: the questions that a clerk asks of the cases; each one is a condition on the list {@code x}. */
public enum WorkList {
    OPEN("true"),
    HANDLE(turn("HANDLE")),
    DECIDE(turn("REVIEW") + " OR " + turn("DECIDE")),
    SOON("x.due_on >= :today AND x.due_on <= :soon"),
    OVERDUE("x.due_on < :today"),
    ESCALATED("x.escalated"),
    VISITS("x.state = 'VISITING'"),
    CONFIRM("x.state = 'VISITING' AND EXISTS (SELECT FROM casework.survey v WHERE v.case_file_id = x.case_file_id"
            + " AND v.status = 'FILED' AND v.second_id::text = current_setting('weimin.actor', true))"),
    HEARINGS("x.state = 'HEARING'"),
    RETURNED("x.returned"),
    OBJECTIONS("x.open_objections > 0"),
    PUBLICITY("x.state = 'PUBLICITY'"),
    CLOSED("x.closed_on IS NOT NULL"),
    ALL("true");

    private final String condition;

    WorkList(String condition) {
        this.condition = condition;
    }

    String condition() {
        return "(" + condition + ")";
    }

    /** Open cases are tasks, and lie in the order of their deadlines; all others are only filed. */
    public boolean isOfTasks() {
        return this != CLOSED && this != ALL;
    }

    /** Whether its number is kept: whose survey it is stands beside the task, not on it. */
    boolean isKept() {
        return isOfTasks() && this != CONFIRM;
    }

    /** A range, because under a policy only comparisons find their way through an index. */
    private static String turn(String turn) {
        return "x.awaits >= '" + turn + ".' AND x.awaits < '" + turn + "/'";
    }
}
