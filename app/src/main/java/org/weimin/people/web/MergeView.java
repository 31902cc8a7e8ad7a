package org.weimin.people.web;

import java.util.List;

/** One merge: who became whom, on whose word, what was noticed, and what may be done with it now. */
public record MergeView(
        String href,
        Sides sides,
        String status,
        String badge,
        String reason,
        List<Step> steps,
        List<String> taken,
        List<String> notes,
        May may,
        String error) {
    /** Who is who. */
    public record Sides(Side survives, Side goes) {}

    /** One of the two; both have one name most often, so that the number says which. */
    public record Side(String id, String name, String number) {}

    /** What somebody did, and when. */
    public record Step(String what, String who, String on) {}

    /** What the reader may do here; {@code since} is what was written after the merge, and may have to go along. */
    public record May(boolean confirm, boolean undo, List<RowsView.Line> since) {}

    /** Merges as a list. */
    public record Listed(String status, List<Line> lines, List<org.weimin.shell.Option> statuses) {}

    /** One merge as a line. */
    public record Line(
            String href, String survivor, String merged, String by, String on, String notes, String reason) {}
}
