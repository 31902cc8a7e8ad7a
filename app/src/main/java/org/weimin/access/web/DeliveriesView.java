package org.weimin.access.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.weimin.home.Deliveries.Stuck;

/** The events that wait for a person, by listener and since when. */
public record DeliveriesView(List<Line> lines) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** One event and one listener. */
    public record Line(String retryHref, String event, String listener, String since, int tries) {}

    static DeliveriesView of(List<Stuck> stuck) {
        return new DeliveriesView(stuck.stream()
                .map(each -> new Line(
                        "/deliveries/" + each.id(),
                        each.event(),
                        each.listener(),
                        MINUTE.format(each.since()),
                        each.tries()))
                .toList());
    }
}
