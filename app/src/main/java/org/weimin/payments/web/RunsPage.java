package org.weimin.payments.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.payments.PaymentRuns;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** The runs of the months, and the payer's part of each: prepare, look, review. */
@Controller
class RunsPage {
    private final PaymentRuns runs;
    private final BusinessClock clock;

    RunsPage(PaymentRuns runs, BusinessClock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping("/payments")
    @Requires("payments.view")
    Page list() {
        return Page.of(
                "payments/runs",
                RunsView.of(
                        runs.list(),
                        YearMonth.from(clock.today()),
                        Acting.current().may("payments.prepare")));
    }

    @PostMapping("/payments")
    @Requires("payments.prepare")
    Page prepare(@RequestParam String month) {
        return Page.redirect("/payments/" + runs.prepare(monthOf(month)), "payments.prepared");
    }

    @PostMapping("/payments/{id}/review")
    @Requires("payments.prepare")
    Page review(@PathVariable String id) {
        runs.review(RunId.of(id));
        return Page.redirect("/payments/" + id, "payments.reviewed");
    }

    @PostMapping("/payments/{id}/discard")
    @Requires("payments.prepare")
    Page discard(@PathVariable String id) {
        runs.discard(RunId.of(id));
        return Page.redirect("/payments", "payments.discarded");
    }

    @PostMapping("/payments/lines/{id}/clear")
    @Requires("payments.prepare")
    Page clear(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        var line = runs.line(LineId.of(id));
        runs.clear(line.id(), reason);
        return Page.redirect("/payments/" + line.run(), "payments.cleared", line.payeeName());
    }

    @PostMapping("/payments/lines/{id}/reissue")
    @Requires("payments.prepare")
    Page reissue(@PathVariable String id) {
        var line = runs.line(LineId.of(id));
        runs.reissue(line.id());
        return Page.redirect("/payments/" + line.run(), "payments.reissued", line.payeeName());
    }

    private static YearMonth monthOf(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException malformed) {
            throw new Refused("payments.prepare.month", month);
        }
    }
}
