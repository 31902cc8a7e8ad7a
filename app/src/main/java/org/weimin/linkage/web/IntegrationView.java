package org.weimin.linkage.web;

import java.util.List;
import java.util.Map;
import org.weimin.linkage.web.EventsView.Status;
import org.weimin.shell.Option;

/** 整合图: the lines, what ties them, and whether each link is worth what it takes. */
public record IntegrationView(
        Sums sums, Drawing drawing, List<Bundle> bundles, List<TieRow> ties, List<TieRow> loose, Links links) {
    /** All links together. */
    public record Sums(
            String since, GainCells gain, Status verdict, int paying, int notYet, String rates, String days) {}

    /** What a gain is in the cells of a table. */
    public record GainCells(long times, long visits, long papers, Days days, long savedMinutes, long upkeepMinutes) {}

    /** 省下的天数: in words where it is an estimate, in whole or in part. */
    public record Days(long number, String text) {}

    public record Drawing(List<Node> nodes, List<Curve> curves) {}

    /** One line on the circle; its name stands outside. */
    public record Node(String href, String title, String bundle, int x, int y, int labelX, int labelY, String anchor) {}

    /** One tie, as wide as it is strong. */
    public record Curve(String href, String title, String path, int width, boolean pays) {}

    public record Bundle(String title, List<LineRow> lines) {}

    public record LineRow(
            String href,
            String title,
            int matters,
            long open,
            long late,
            long closed,
            long hands,
            long receiving,
            String monthly) {}

    public record TieRow(
            String href,
            String doneHref,
            String title,
            String strength,
            Shares shares,
            GainCells gain,
            Status verdict) {}

    /** How many things both have. */
    public record Shares(long papers, long facts, long events, long people) {}

    /** The links that acted, or all of them. */
    public record Links(List<LinkRow> rows, boolean all, int total) {}

    public record LinkRow(
            String cellHref, String doneHref, String event, String matter, GainCells gain, Status verdict) {}

    /** 一对业务线: what both work with, and the residents whom both know. */
    public record PairView(
            TieRow tie, List<Shared> shared, org.weimin.shell.PageOf<EventsView.Named> people, String url) {}

    public record Shared(String title, String share, List<String> names) {}

    /** 一条业务线: its own queue, owner and figures. */
    public record LineView(
            LineRow line, String owner, List<MatterRow> matters, List<HandRow> hands, List<TieRow> ties) {}

    public record MatterRow(
            String matter,
            String title,
            String accept,
            long open,
            long late,
            long closed,
            long hands,
            boolean isAid,
            long receiving,
            String monthly) {}

    /** How much of the line one official has in hand. */
    public record HandRow(String name, long open, long late) {}

    /** The list behind a number of links done. */
    public record DoneView(
            String event,
            String narrowed,
            org.weimin.shell.PageOf<DoneRow> page,
            String url,
            List<Option> events,
            Map<String, String> also) {}

    public record DoneRow(
            String href,
            String event,
            EventsView.Named about,
            String matter,
            String effect,
            String told,
            String on,
            String saved) {
        String who() {
            return about.name();
        }
    }
}
