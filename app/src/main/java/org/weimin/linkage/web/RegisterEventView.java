package org.weimin.linkage.web;

import java.util.List;
import org.weimin.shell.Option;

/** Registering an event: first what happened, then to whom, then when and by which paper. */
public record RegisterEventView(List<Option> kinds, Asked asked, List<Side> sides, Entering entering, String error) {
    /** What was chosen so far; empty where nothing was. */
    public record Asked(String kind, String subject, String other, String q, String oq) {
        /** The same with one more thing chosen. */
        String with(String name, String id) {
            return "/events/new?kind=" + kind + "&subject=" + (name.equals("subject") ? id : subject) + "&other="
                    + (name.equals("other") ? id : other);
        }
    }

    /** One of whom it is about: chosen, or looked for. */
    public record Side(String name, String search, String label, String query, String chosen, List<Found> found) {
        public boolean isChosen() {
            return !chosen.isEmpty();
        }
    }

    public record Found(String href, String label) {}

    /** The last step; not there before everything else is chosen. */
    public record Entering(boolean ready, String today, List<Detail> details) {}

    /** Something else that has to come along. */
    public record Detail(String name, String label, String type) {}
}
