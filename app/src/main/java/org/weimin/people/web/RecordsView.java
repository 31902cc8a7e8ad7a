package org.weimin.people.web;

import java.util.List;

/** 档案提示: whether somebody may be recorded twice, or was, with the page that says more. */
public record RecordsView(List<Line> lines) {
    /** One sentence and its page. */
    public record Line(String words, String href, boolean warns) {}
}
