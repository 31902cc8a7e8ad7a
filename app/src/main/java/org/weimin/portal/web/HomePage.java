package org.weimin.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.kernel.BusinessClock;
import org.weimin.policy.Policy;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** The public start page: what a resident comes for, search first. */
@Controller
class HomePage {
    private final Policy policy;
    private final BusinessClock clock;

    HomePage(Policy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/")
    @OpenToAll
    Page home() {
        return Page.of("portal/home", HomeView.of(policy.catalogue(clock.today())));
    }
}
