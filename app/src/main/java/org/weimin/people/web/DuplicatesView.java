package org.weimin.people.web;

import java.util.List;
import org.weimin.people.DuplicateFilter;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** One page of the list of pairs, with what was asked for and how the last comparison went. */
public record DuplicatesView(
        DuplicateFilter filter, PageOf<Line> lines, Choices choices, RunLine run, List<Weight> weights) {
    /** One pair as a line. */
    public record Line(
            String href,
            String one,
            String other,
            String births,
            String places,
            String score,
            String confidence,
            String badge,
            String why,
            String note) {}

    /** What the filters offer. */
    public record Choices(List<Option> statuses, List<Option> confidences, List<Option> areas, boolean mayRun) {}

    /** The last comparison of this place, in words. */
    public record RunLine(String words, boolean waiting) {}

    /** One line of the definition: what is seen, how often when it is one person, and what it weighs. */
    public record Weight(String what, String amongSame, String points) {}

    /** The address of this list with its filters, for the next page and the workbook. */
    public String url() {
        return "/people/duplicates?status=" + filter.status() + "&confidence=" + filter.confidence() + "&area="
                + filter.area();
    }
}
