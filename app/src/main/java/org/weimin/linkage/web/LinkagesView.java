package org.weimin.linkage.web;

import java.util.List;
import org.weimin.engine.LinkEffect;

/** 联动表: the events of one line's matters, cell by cell. */
public record LinkagesView(List<Line> lines, List<Column> columns, List<Row> rows, String version) {
    /** A line of business, as a tab. */
    public record Line(String code, String title, long linked, boolean chosen) {}

    /** A matter, as the head of a column. */
    public record Column(String matter, String title) {}

    public record Row(String event, String title, List<Cell> cells) {}

    /** What the event does in the matter; several where it acts for several people. */
    public record Cell(String href, List<Mark> marks, String title) {
        public boolean isNone() {
            return marks.stream().allMatch(mark -> mark.effect() == LinkEffect.NONE);
        }
    }

    public record Mark(LinkEffect effect, String word, String badge) {}

    /** 一类事件: what it does in every matter, with the reasons. */
    public record OfEvent(
            String title,
            String about,
            String origin,
            List<String> filters,
            List<Link> links,
            List<EventView.Nothing> nothing) {}

    /** One cell with everything that was decided about it. */
    public record Link(
            String anchor,
            String matter,
            String effect,
            String badge,
            String whom,
            String from,
            EventView.Why why,
            String worth) {}
}
