package org.weimin.access.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.audit.Audit;
import org.weimin.home.Deliveries;
import org.weimin.kernel.Acting;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** What the system could not finish by itself: somebody sees to the cause and lets it be tried again. */
@Controller
class DeliveriesPage {
    private final Deliveries deliveries;
    private final Audit audit;

    DeliveriesPage(Deliveries deliveries, Audit audit) {
        this.deliveries = deliveries;
        this.audit = audit;
    }

    @Bean
    static MenuEntry deliveriesMenu() {
        return new MenuEntry("admin", "access.menu.deliveries", "/deliveries", 40, "access.deliveries");
    }

    @GetMapping("/deliveries")
    @Requires("access.deliveries")
    Page stuck() {
        return Page.of("access/deliveries", DeliveriesView.of(deliveries.stuck()));
    }

    @PostMapping("/deliveries/{id}")
    @Requires("access.deliveries")
    Page retry(@PathVariable UUID id) {
        deliveries.retry(id);
        audit.changed("access.delivery", id, Acting.current().areaRange().from(), Map.of());
        return Page.redirect("/deliveries", "access.delivery.retried");
    }
}
