package org.weimin.offices.web;

import java.util.List;
import org.weimin.shell.Option;

/** What if villages went to other people, or posts to other offices: before and after, and how even each is. */
public record WhatIfView(
        String place,
        String name,
        String kind,
        List<Line> lines,
        List<Share> shares,
        String before,
        String after,
        boolean changed,
        boolean mayPropose,
        List<Option> people) {
    /** A village with who answers for it, or an office with its posts. */
    public record Line(String code, String name, String figures, String now, String then, boolean moved) {}

    /** One person or office, before and after. */
    public record Share(String name, String before, String after, int barBefore, int barAfter) {}

    /** The moves that somebody has proposed. */
    public record Proposals(List<Proposed> rows) {}

    /** One of them in the list. */
    public record Proposed(String href, String title, String kind, String madeOn, String state, String tone) {}

    /** One of them on its page. */
    public record Shown(
            String id,
            String title,
            String spread,
            String madeOn,
            String madeBy,
            String confirmedOn,
            List<OfficeView.Line> moves,
            boolean mayConfirm) {}
}
