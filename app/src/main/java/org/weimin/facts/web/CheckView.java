package org.weimin.facts.web;

import java.util.List;
import org.weimin.shell.PageOf;

/** What the pages of the checks print. */
public final class CheckView {
    private CheckView() {}

    public record Lists(
            List<Tab> tabs, PageOf<Line> page, String kind, boolean mayWork, List<Waiting> waiting, String error) {}

    public record Tab(String kind, String label, long count, boolean current) {}

    public record Line(
            String href,
            String caseHref,
            String caseNumber,
            String person,
            String item,
            String bureau,
            String dueOn,
            State state) {}

    public record State(String label, String tone, String detail) {}

    /** A bureau, as the form for a file offers it. */
    public record Waiting(String bureau, String title) {}

    public record One(
            Line line,
            String identity,
            List<Field> fields,
            List<Answer> answers,
            boolean mayType,
            String today,
            String error) {}

    /** A fact that the paper may answer. */
    public record Field(String name, String label, String typed) {}

    public record Answer(String at, String channel, String fate, String tone, String reference, List<String> values) {}

    /** What became of a file. */
    public record FileResult(int answered, int repeated, List<Bad> bad) {}

    public record Bad(int row, String request, String why) {}
}
