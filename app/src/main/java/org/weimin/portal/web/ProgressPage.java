package org.weimin.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Access;
import org.weimin.casework.Progress;
import org.weimin.casework.Tracking;
import org.weimin.intake.Application;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.portal.internal.HourlyLimits;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;

/** Progress by receipt code or QR. A wrong code, an old one and none at all get the same words. */
@Controller
class ProgressPage {
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{32}");
    private static final String WRONG = "progress";
    private static final int MOST_WRONG_AN_HOUR = 10;

    private final Intake intake;
    private final Tracking tracking;
    private final Access access;
    private final HourlyLimits limits;
    private final Offices offices;
    private final BusinessClock clock;

    ProgressPage(
            Intake intake,
            Tracking tracking,
            Access access,
            HourlyLimits limits,
            Offices offices,
            BusinessClock clock) {
        this.intake = intake;
        this.tracking = tracking;
        this.access = access;
        this.limits = limits;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/public/progress")
    @OpenToAll
    Page ask() {
        return Page.of("portal/progress", ProgressView.asking());
    }

    @PostMapping("/public/progress")
    @OpenToAll
    Page look(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        String typed = normalised(code);
        return find(typed, request.getRemoteAddr()).isPresent()
                ? Page.redirect("/public/progress/" + typed)
                : unknown(request);
    }

    @GetMapping("/public/progress/{code}")
    @OpenToAll
    Page show(@PathVariable String code, HttpServletRequest request) {
        return find(normalised(code), request.getRemoteAddr())
                .map(application -> Page.of("portal/progress", view(application)))
                .orElseGet(() -> unknown(request));
    }

    private Page unknown(HttpServletRequest request) {
        return limits.isReached(WRONG, request.getRemoteAddr(), MOST_WRONG_AN_HOUR)
                ? Page.withStatus(429, "portal/progress", ProgressView.wrong("portal.progress.too-many"))
                : Page.withStatus(404, "portal/progress", ProgressView.wrong("portal.progress.unknown"));
    }

    private Optional<Application> find(String code, String address) {
        if (limits.isReached(WRONG, address, MOST_WRONG_AN_HOUR)) {
            return Optional.empty();
        }
        Optional<Application> found = CODE.matcher(code).matches()
                ? access.asSystem("portal.progress", "receipt code", () -> intake.findByReceipt(code))
                : Optional.empty();
        if (found.isEmpty()) {
            limits.add(WRONG, address);
        }
        return found;
    }

    private ProgressView view(Application application) {
        List<Progress> cases =
                access.asSystem("portal.progress", application.id().toString(), () -> tracking.of(application.id()));
        return ProgressView.of(cases, offices, clock.today());
    }

    /** As it is read off paper: spaces, hyphens and capitals do not matter. */
    private static String normalised(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
