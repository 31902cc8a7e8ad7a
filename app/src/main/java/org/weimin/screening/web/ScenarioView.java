package org.weimin.screening.web;

import java.util.List;
import org.weimin.shell.Option;

/** What a scenario would change: in all, by matter, by street, by month; while it is worked, as an estimate. */
public record ScenarioView(
        Head head, Progress progress, List<Figure> figures, List<Section> sections, List<Option> others) {

    /** What is supposed. */
    public record Head(
            String id, String name, String matter, String from, String asOf, String place, List<Change> changes) {}

    /** One supposed change beside what is in force. */
    public record Change(String title, String before, String after, String unit) {}

    /** How far it has come. */
    public record Progress(boolean running, boolean estimated, boolean failed, int percent, String text) {}

    /** One of the large figures. */
    public record Figure(String title, String value, String note) {}

    /** One matter that the scenario touches; the one that it is about is laid open. */
    public record Section(
            boolean main,
            String title,
            List<Kind> kinds,
            List<Street> streets,
            Street total,
            List<Bar> bands,
            List<MonthRow> months,
            List<Figure> year) {}

    /** How many are concerned in one way, with the way to the list. */
    public record Kind(
            String title, String receiving, String subjects, String persons, String difference, String href) {}

    /** One street before and after. */
    public record Street(
            String name,
            String before,
            String after,
            String difference,
            String gaining,
            String losing,
            String newly,
            String noLonger,
            Bar bar) {}

    /** A bar of the chart, drawn beside the figure that it shows. */
    public record Bar(String label, String value, int percent, boolean less) {}

    /** One month's money. */
    public record MonthRow(String month, String now, String change, String newcomers) {}
}
