package org.weimin.portal.web;

import java.util.List;

/** What the result of a self-check prints; {@code told} and {@code supposed} are what it rests on. */
public record CheckResultView(
        String event,
        String monthly,
        List<Line> may,
        List<Line> unsure,
        List<Line> rather,
        List<String> told,
        List<String> supposed) {

    /** One matter for those for whom the answer is the same. */
    public record Line(String id, String title, String who, String answer, List<String> notes, String office) {}
}
