package org.weimin.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.engine.LifeEvent;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.NotFound;
import org.weimin.policy.Catalogue;
import org.weimin.policy.Policy;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** 办事目录: three ways to a matter for somebody who does not know its name: a search, the shelves, what has happened. */
@Controller
class CataloguePage {
    private final Catalogue catalogue;
    private final Policy policy;
    private final BusinessClock clock;

    CataloguePage(Catalogue catalogue, Policy policy, BusinessClock clock) {
        this.catalogue = catalogue;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/")
    @OpenToAll
    Page home() {
        return Page.of("portal/home", EventsView.of(catalogue.events(clock.today())));
    }

    @GetMapping("/services")
    @OpenToAll
    Page services(@RequestParam(defaultValue = "") String q) {
        String asked = q.strip();
        return Page.of(
                "portal/services",
                asked.isEmpty()
                        ? ServicesView.all(catalogue.groups(catalogue.matters(clock.today())))
                        : ServicesView.found(asked, catalogue.search(asked, clock.today())));
    }

    @GetMapping("/what-has-happened")
    @OpenToAll
    Page events() {
        return Page.of("portal/events", EventsView.of(catalogue.events(clock.today())));
    }

    @GetMapping("/what-has-happened/{code}")
    @OpenToAll
    Page event(@PathVariable String code) {
        LifeEvent event = catalogue.event(code).orElseThrow(() -> new NotFound(code));
        return Page.of(
                "portal/event",
                EventView.of(
                        event,
                        catalogue.of(event, clock.today()),
                        policy.packs().selfCheck()));
    }
}
