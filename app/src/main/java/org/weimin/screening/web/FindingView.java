package org.weimin.screening.web;

import java.util.List;
import org.weimin.eligibility.Explanation;
import org.weimin.shell.Option;

/** One finding: what the rules say beside what is received, why, who goes, and what may follow. */
public record FindingView(
        Head head, List<Fact> facts, Doors doors, List<Other> others, java.util.Optional<Explanation> explanation) {
    public record Head(String path, String name, String title, String badge, String matter, String explain) {}

    /** One line of what was found. */
    public record Fact(String label, String value) {}

    /** What may be done next. */
    public record Doors(
            boolean mayAssign,
            boolean mayReport,
            List<Option> staff,
            List<Option> results,
            String dueOn,
            List<Option> links) {}

    /** What else the same sweep found about the household. */
    public record Other(String href, String matter, String kind, String amount) {}
}
