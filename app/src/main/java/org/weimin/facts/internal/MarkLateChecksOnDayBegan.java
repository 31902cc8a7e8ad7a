package org.weimin.facts.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.facts.CheckOverdue;
import org.weimin.facts.CheckRequest;
import org.weimin.home.DayBegan;

/** A bureau that does not answer in time is on the clerk's list; in twice the time, on the county's. */
@Component
class MarkLateChecksOnDayBegan {
    private final CheckStore requests;
    private final ApplicationEventPublisher events;

    MarkLateChecksOnDayBegan(CheckStore requests, ApplicationEventPublisher events) {
        this.requests = requests;
        this.events = events;
    }

    @EventListener
    void on(DayBegan event) {
        requests.markLate(event.day()).forEach(request -> events.publishEvent(overdue(request, false)));
        requests.markEscalated(event.day()).forEach(request -> events.publishEvent(overdue(request, true)));
    }

    private static CheckOverdue overdue(CheckRequest request, boolean escalated) {
        return new CheckOverdue(
                request.of().caseFile(), request.id(), request.item().id(), escalated);
    }
}
