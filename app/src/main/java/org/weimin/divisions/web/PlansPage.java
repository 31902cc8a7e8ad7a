package org.weimin.divisions.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Plans;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Refused;
import org.weimin.shell.MenuEntry;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 区划变更方案: all plans of the county, and a new one. */
@Controller
class PlansPage {
    private final Plans plans;
    private final BusinessClock clock;

    PlansPage(Plans plans, BusinessClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/divisions/plans")
    @Requires("divisions.plans")
    Page list() {
        LocalDate next = clock.today().plusMonths(2).withDayOfMonth(1);
        return Page.of("divisions/plans", view(new PlansView.Form("", "", "", next.toString(), "")));
    }

    @PostMapping("/divisions/plans")
    @Requires("divisions.plan")
    Page begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String on) {
        try {
            var id = plans.begin(Acting.staff().area().county(), new Plan.Purpose(title, document, reason), day(on));
            return Page.redirect("/divisions/plans/" + id, "divisions.plan.done.begun");
        } catch (Refused refused) {
            String why = Texts.t(refused);
            return Page.invalid("divisions/plans", view(new PlansView.Form(title, document, reason, on, why)));
        }
    }

    private PlansView view(PlansView.Form form) {
        return new PlansView(
                plans.list().stream().map(PlanView.Head::of).toList(),
                form,
                Acting.current().may("divisions.plan"));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw new Refused("divisions.plan.day", text);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        static MenuEntry divisionPlansMenu() {
            return new MenuEntry("work", "divisions.plans.menu", "/divisions/plans", 82, "divisions.plans");
        }
    }
}
