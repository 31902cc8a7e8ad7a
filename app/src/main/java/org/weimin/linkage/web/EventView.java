package org.weimin.linkage.web;

import java.util.List;
import java.util.Optional;
import org.weimin.linkage.web.EventsView.Named;
import org.weimin.linkage.web.EventsView.Status;
import org.weimin.shell.Option;

/** One event and what it caused, step by step. */
public record EventView(
        Head head,
        List<Fact> facts,
        List<Asked> filters,
        List<Effect> effects,
        List<Nothing> nothing,
        Optional<Settling> settling,
        List<Fact> otherContent) {

    /** Nothing has followed because somebody has to say something first. */
    public boolean isOpen() {
        return settling.map(Settling::waits).orElse(false);
    }

    public record Head(String href, String kind, Named about, Status status, String next) {
        public String title() {
            return kind + " · " + about.name();
        }
    }

    public record Fact(String label, String value) {}

    /** One filter, in the order in which it was asked. */
    public record Asked(int no, String title, Status outcome, String why) {}

    /** What it did in one matter for one subject. */
    public record Effect(String id, What what, Why why, Status status, Result result, Doors doors) {}

    public record What(String matter, String effect, Named on, String whom, String from) {}

    public record Why(String because, String article, String gate) {}

    /** What came of it; empty where there is nothing to tell. */
    public record Result(String difference, Named led, String saved) {}

    public record Doors(boolean mayRelease, boolean mayFinish) {}

    /** The matters in which nothing happens, under their one reason. */
    public record Nothing(String because, List<Option> matters) {}

    /** What whoever settles it may choose. */
    public record Settling(boolean waits, String happened, String query, List<Found> found) {}

    public record Found(String id, String label) {}

    /** In how many matters nothing happens. */
    public static int count(List<Nothing> nothing) {
        return nothing.stream().mapToInt(each -> each.matters().size()).sum();
    }

    /** How many effects stand. */
    public long standing() {
        return effects.stream()
                .filter(effect -> !effect.status().badge().isEmpty())
                .count();
    }
}
