package org.weimin.offices.web;

import org.weimin.shell.PageOf;

/** The rows that a count counted. */
public record CountedView(String title, String about, String place, String month, String url, PageOf<Row> page) {
    public record Row(String label, String href, String place, String matter, String on) {}
}
