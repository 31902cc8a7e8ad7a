package org.weimin.screening.web;

import java.util.List;
import org.weimin.screening.Finding;
import org.weimin.screening.Summary;

/** The figures of one sweep, each with the way to its list, and what may be done next. */
public record ScreeningView(
        String place,
        Doors doors,
        ProgressView progress,
        List<Figure> figures,
        List<Row> byMatter,
        List<Row> byArea,
        List<Reason> reasons,
        List<Past> history) {
    /** What the page offers: whether a sweep may be started, for which day, and how many visits wait for the reader. */
    public record Doors(boolean mayRun, String today, long myVisits, boolean hasSweep) {}

    /** One of the large figures on top. */
    public record Figure(String title, String explain, String count, String money, String href) {}

    /** One matter or one area with its figures. */
    public record Row(String title, String note, String href, List<Cell> cells) {}

    /** A number that opens its list; nothing to open where nobody is. */
    public record Cell(String count, String href) {
        public boolean isEmpty() {
            return count.equals("0");
        }
    }

    /** Why so many are not entitled, or cannot be judged. */
    public record Reason(String matter, String kind, String text, String count, String href) {}

    /** A sweep of before. */
    public record Past(String href, String asOf, String status, String badge, String households, String took) {}

    static final List<Finding.Kind> SHOWN = List.of(
            Finding.Kind.ENTITLED_NOT_RECEIVING,
            Finding.Kind.RECEIVING_NOT_ENTITLED,
            Finding.Kind.AMOUNT_DIFFERS,
            Finding.Kind.CANNOT_TELL,
            Finding.Kind.RECEIVING_RIGHTLY);

    /** The headings of the columns of figures. */
    public List<String> headings() {
        return SHOWN.stream().map(Phrases::kind).toList();
    }

    static String count(Summary.Counted counted) {
        return String.format("%,d", counted.subjects());
    }
}
