package org.weimin.linkage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.PersonId;
import org.weimin.linkage.About;
import org.weimin.linkage.EventId;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.Settlement;
import org.weimin.people.People;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 事件页: what one event caused, and the doors through which a person sets it right. */
@Controller
class EventPage {
    private final Linkage linkage;
    private final EventSteps steps;
    private final People people;

    EventPage(Linkage linkage, EventSteps steps, People people) {
        this.linkage = linkage;
        this.steps = steps;
        this.people = people;
    }

    @GetMapping("/events/{id}")
    @Requires("linkage.view")
    Page show(@PathVariable String id, @RequestParam(defaultValue = "") String q) {
        LinkedEvent event = linkage.get(EventId.of(id));
        return Page.of("linkage/event", steps.of(event, settling(event, q.strip())));
    }

    /** What waits is settled; what acted may still be set right, by whoever registers events. */
    private Optional<EventView.Settling> settling(LinkedEvent event, String query) {
        if (!Acting.current().may("linkage.settle")) {
            return Optional.empty();
        }
        var found = new ArrayList<EventView.Found>();
        if (!query.isEmpty()) {
            people.search(query, 1)
                    .rows()
                    .forEach(hit -> found.add(new EventView.Found(
                            hit.person().id().toString(),
                            hit.person().name() + " · " + hit.person().idNumberMasked())));
        }
        return Optional.of(new EventView.Settling(
                event.status() == LinkedEvent.Status.WAITS_FOR_PERSON,
                event.happenedOn().toString(),
                query,
                List.copyOf(found)));
    }

    @PostMapping("/events/{id}/accept")
    @Requires("linkage.settle")
    Page accept(@PathVariable String id, @RequestParam String why) {
        return settle(id, new Settlement.Accept(why));
    }

    @PostMapping("/events/{id}/dismiss")
    @Requires("linkage.settle")
    Page dismiss(@PathVariable String id, @RequestParam String dismissedWhy) {
        return settle(id, new Settlement.Dismiss(dismissedWhy));
    }

    /** Without another person it stays about the same one. */
    @PostMapping("/events/{id}/correct")
    @Requires("linkage.settle")
    Page correct(
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate happenedOn,
            @RequestParam(defaultValue = "") String person,
            @RequestParam String correctedWhy) {
        About about = person.isEmpty() ? linkage.get(EventId.of(id)).about() : About.of(PersonId.of(person));
        return settle(id, new Settlement.Correct(about, happenedOn, correctedWhy));
    }

    private Page settle(String id, Settlement settlement) {
        linkage.settle(EventId.of(id), settlement);
        return Page.redirect("/events/" + id, "linkage.settled");
    }

    @PostMapping("/events/{id}/effects/{effect}/release")
    @Requires("linkage.settle")
    Page release(@PathVariable String id, @PathVariable UUID effect, @RequestParam String why) {
        linkage.undoHold(effect, why);
        return Page.redirect("/events/" + id, "linkage.released");
    }

    @PostMapping("/events/{id}/effects/{effect}/done")
    @Requires("linkage.settle")
    Page done(@PathVariable String id, @PathVariable UUID effect, @RequestParam String note) {
        linkage.done(effect, note);
        return Page.redirect("/events/" + id, "linkage.finished");
    }
}
