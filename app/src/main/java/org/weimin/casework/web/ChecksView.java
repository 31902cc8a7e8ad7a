package org.weimin.casework.web;

import java.util.List;

/** What the section “checks” of a case prints. */
public record ChecksView(String caseId, Ask ask, List<PersonLines> persons, List<Difference> differences) {
    /** Whether and what can be asked, or why not. */
    public record Ask(boolean allowed, String why, String items, int notAsked) {}

    /** What was asked about one person; opened where something is wrong. */
    public record PersonLines(String name, String summary, boolean open, List<Line> lines) {}

    public record Line(String href, String item, String bureau, String state, String tone, String detail) {}

    /** One difference, with both sides. */
    public record Difference(
            String href,
            String who,
            String field,
            Sides sides,
            String state,
            String tone,
            boolean open,
            String reason) {}

    public record Sides(String declared, String source, String found, String bureau, String gap) {}

    /** What became of asking for all open cases. */
    public record Batch(int cases, String done, List<Left> left) {
        /** A case that could not be asked about, and why. */
        public record Left(String href, String number, String why) {}
    }
}
