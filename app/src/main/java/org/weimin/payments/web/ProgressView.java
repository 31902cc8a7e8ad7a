package org.weimin.payments.web;

import java.util.List;

/** How far a run has come. */
public record ProgressView(String id, String status, long lines, long answered) {
    private static final List<String> STEPS =
            List.of("PREPARED", "REVIEWED", "RELEASED", "FILED", "ANSWERED", "RECONCILED");

    public List<String> steps() {
        return STEPS;
    }

    /** {@code done}, {@code current} or {@code todo}: the step after what was done last is the current one. */
    public String stateOf(String step) {
        int done = STEPS.indexOf(status);
        int at = STEPS.indexOf(step);
        return at <= done ? "done" : at == done + 1 ? "current" : "todo";
    }

    public boolean isWriting() {
        return status.equals("RELEASED");
    }

    public boolean isAnswering() {
        return status.equals("FILED") && answered > 0;
    }
}
