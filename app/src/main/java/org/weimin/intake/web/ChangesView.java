package org.weimin.intake.web;

import java.util.List;

/** What residents reported and nobody has answered yet. */
public record ChangesView(List<Row> rows) {
    public record Row(String id, String who, String href, String kind, String since, String words, String reportedOn) {}
}
