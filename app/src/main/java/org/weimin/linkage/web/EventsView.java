package org.weimin.linkage.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.weimin.linkage.LinkedEvent;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** One page of the list of events, with what was asked. */
public record EventsView(Asked asked, PageOf<Row> page, Choices choices, String waiting, String unread) {
    private static final int LATE_DAYS = 31;

    /** What the list is asked for, as it stands in the form; empty asks for everything. */
    public record Asked(String kind, String status, String from, String through, String place) {
        public String url() {
            return "/events?kind=" + kind + "&status=" + status + "&from=" + from + "&through=" + through + "&place="
                    + place;
        }
    }

    /** One event as a line. */
    public record Row(
            String href,
            String kind,
            Named about,
            LocalDate happened,
            LocalDate reported,
            String late,
            String source,
            Status status,
            String place) {
        static Row of(LinkedEvent event, EventWords words) {
            long days = ChronoUnit.DAYS.between(event.happenedOn(), event.told().on());
            return new Row(
                    "/events/" + event.id(),
                    words.kind(event.kind()),
                    words.whom(event.about()),
                    event.happenedOn(),
                    event.told().on(),
                    days >= LATE_DAYS ? Texts.t("linkage.late", days) : "",
                    words.source(event.origin()),
                    new Status(
                            Texts.t("linkage.status." + EventWords.word(event.status())),
                            EventWords.badge(event.status())),
                    words.place(event.area()));
        }

        String who() {
            return about.name();
        }

        String stands() {
            return status.text();
        }
    }

    /** A name, and the page behind it; no page where there is none, or none that the reader may see. */
    public record Named(String name, String href) {}

    /** A word and its colour. */
    public record Status(String text, String badge) {}

    /** What the filters offer. */
    public record Choices(List<Option> kinds, List<Option> statuses, List<Option> places, boolean mayRegister) {}
}
