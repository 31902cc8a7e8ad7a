package org.weimin.oversight.web;

import java.util.List;
import org.weimin.shell.Option;

/** One anomaly with what it rests on, what was done with it, and what can be done next. */
public record AnomalyView(Head head, List<Row> evidence, List<Step> steps, Work work) {
    public record Head(
            String id,
            String kind,
            String why,
            String innocent,
            String next,
            String place,
            String foundOn,
            String gone,
            String tone,
            String state) {}

    /** One row of evidence; {@code again} is the award that can be looked at again. */
    public record Row(String what, String href, String name, String matter, String amount, String at, String again) {}

    public record Step(String what, String note, String on, String by) {}

    public record Work(boolean mayClose, int version, List<Option> results, boolean mayLookAgain) {}
}
