package org.weimin.people.web;

import java.util.List;

/** The rows of one kind that hang on one of two records, and the way to those of the other. */
public record RowsView(
        String title, String pairHref, String otherName, String otherHref, String export, List<Line> lines) {
    /** One row; {@code key} is how a form names it, empty where it is not chosen. */
    public record Line(
            String kind, String what, String standing, String href, String recordedOn, String valid, String key) {}
}
