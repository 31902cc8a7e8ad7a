package org.weimin.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.eligibility.Eligibility;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.policy.Catalogue;
import org.weimin.policy.Policy;
import org.weimin.portal.internal.Answers;
import org.weimin.portal.internal.HourlyLimits;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** 自测: what a household may be entitled to, by the rules in force, for somebody who does not say who it is. */
@Controller
class SelfCheckPage {
    private static final String CHECKS = "self-check";
    private static final int MOST_AN_HOUR = 200;
    private final Policy policy;
    private final Catalogue catalogue;
    private final Eligibility eligibility;
    private final Offices offices;
    private final HourlyLimits limits;
    private final Streets streets;

    SelfCheckPage(
            Policy policy,
            Catalogue catalogue,
            Eligibility eligibility,
            Offices offices,
            HourlyLimits limits,
            Streets streets) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.eligibility = eligibility;
        this.offices = offices;
        this.limits = limits;
        this.streets = streets;
    }

    @GetMapping("/self-check")
    @OpenToAll
    Page ask(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "0") int people) {
        return people < 1
                ? Page.of(
                        "portal/checkStart",
                        CheckView.Start.of(
                                event, catalogue.events(streets.clock().today()), streets.list()))
                : Page.of("portal/check", CheckView.of(answers(event, people, Map.of()), street, Map.of()));
    }

    @PostMapping("/self-check")
    @OpenToAll
    Page answer(
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "1") int people,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        if (limits.isReached(CHECKS, request.getRemoteAddr(), MOST_AN_HOUR)) {
            throw new Refused("portal.check.too-many");
        }
        Answers answers = answers(event, people, typed);
        Map<String, String> faults = answers.faults();
        if (!faults.isEmpty()) {
            return Page.invalid("portal/check", CheckView.of(answers, street, faults));
        }
        limits.add(CHECKS, request.getRemoteAddr());
        DivisionCode place = streets.chosen(street);
        var today = streets.clock().today();
        var sheet = answers.sheet(eligibility.incomeMonths(place, today), CheckView::person);
        var found = eligibility.everything(place, today, sheet);
        return Page.of(
                "portal/checkResult",
                new CheckWords(answers, policy.packs(), found, pack -> offices.takingIn(pack, place)).view());
    }

    private Answers answers(String event, int people, Map<String, String> typed) {
        String known = catalogue.event(event).map(found -> event).orElse("");
        return new Answers(policy.packs().selfCheck(), known, people, typed);
    }
}
