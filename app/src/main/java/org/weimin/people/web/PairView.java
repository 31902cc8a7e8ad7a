package org.weimin.people.web;

import java.util.List;

/** Two records side by side, why they may be one, and what would become of what hangs on them. */
public record PairView(
        String href, Sides sides, Why why, List<Field> fields, Hanging hanging, Stand stand, May may, String error) {
    /** Who is who: {@code one} stays if they are merged; and the way to the next pair, empty after the last. */
    public record Sides(
            String one, String oneName, String other, String otherName, String switchHref, String nextHref) {}

    /** The score and its reasons. */
    public record Why(String score, String confidence, String badge, List<Reason> reasons) {}

    /** One reason in words, and its points with their sign. */
    public record Reason(String words, String points, String badge) {}

    /** One field of both; {@code take} is the name of a choice, empty where nothing is chosen. */
    public record Field(String label, String one, String other, boolean differs, String take, boolean taken) {}

    /** What hangs on each, what cannot stand side by side, and what was noticed. */
    public record Hanging(List<Hung> rows, List<Clash> clashes, List<Note> notes) {}

    /** One kind of row with its counts, each of which opens its list. */
    public record Hung(String what, String rule, long onOne, long onOther, String href) {}

    /** Rows that cannot both stand. */
    public record Clash(String table, String words, boolean settledBefore, boolean preferred) {}

    /** Something to look at; bad if it forbids the merge. */
    public record Note(String words, boolean bad) {}

    /** Where the pair stands, with who ruled it out and why, and what changed since. */
    public record Stand(boolean open, String words) {}

    /** What the reader may do here. */
    public record May(boolean merge, boolean possible, boolean second) {}
}
