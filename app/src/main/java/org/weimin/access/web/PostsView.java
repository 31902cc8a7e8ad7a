package org.weimin.access.web;

import java.util.List;
import org.weimin.shell.Option;

/** The posts with their holders; without offices to choose from the reader may not open one. */
public record PostsView(List<Row> rows, List<Option> roles, List<Option> offices, String role) {
    public record Row(String title, String role, String scope, String holder, String holderHref) {}
}
