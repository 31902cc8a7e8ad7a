package org.weimin.payments.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.access.Staffing;
import org.weimin.home.Home;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.RunId;
import org.weimin.payments.BankReturns;
import org.weimin.payments.PaymentRuns;
import org.weimin.payments.Run;
import org.weimin.payments.Show;
import org.weimin.payments.internal.BankFiles;
import org.weimin.payments.internal.ComparisonStore;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;

/** One run: what to look at before it is released, and what became of it after. */
@Controller
class RunPage {
    private final PaymentRuns runs;
    private final BankReturns returns;
    private final BankFiles files;
    private final ComparisonStore comparisons;
    private final Staffing staffing;
    private final Home home;

    RunPage(
            PaymentRuns runs,
            BankReturns returns,
            BankFiles files,
            ComparisonStore comparisons,
            Staffing staffing,
            Home home) {
        this.runs = runs;
        this.returns = returns;
        this.files = files;
        this.comparisons = comparisons;
        this.staffing = staffing;
        this.home = home;
    }

    @GetMapping("/payments/{id}")
    @Requires("payments.view")
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "ALL") String show,
            @RequestParam(defaultValue = "1") int page) {
        var run = runs.get(RunId.of(id));
        var shown = showOf(show);
        return Page.of(
                "payments/run",
                new RunView(
                        head(run),
                        progress(run),
                        ComparisonView.of(comparisons.of(run)),
                        LinesView.of(runs.lines(run.id(), shown, Math.max(1, page)), run, shown),
                        AnswersView.of(run, returns.reconciliation(run.id()), returns.inSuspense(run.id()), home),
                        files.written(run.id()).stream()
                                .map(file -> RunView.FileRow.of(run.id(), file))
                                .toList(),
                        RunView.Doors.of(run)));
    }

    /** The whole run as a workbook, without card numbers. */
    @GetMapping("/payments/{id}/lines")
    @Requires("payments.view")
    Download export(@PathVariable String id) {
        var run = runs.get(RunId.of(id));
        var lines = runs.all(run.id());
        return Download.workbook(
                "run-" + run.month() + "-" + run.number() + ".xlsx",
                out -> Workbooks.write(out, RunsView.title(run), LinesView.columns(), lines));
    }

    /** Asked every second while the bank file is written; the work goes on when nobody looks. */
    @GetMapping("/payments/{id}/progress")
    @Requires("payments.view")
    Page progress(@PathVariable String id) {
        return Page.fragment("payments/progress", progress(runs.get(RunId.of(id))));
    }

    @GetMapping("/payments/{id}/release")
    @Requires("payments.release")
    Page askRelease(@PathVariable String id) {
        return Page.of("payments/release", head(runs.get(RunId.of(id))));
    }

    @PostMapping("/payments/{id}/release")
    @Requires("payments.release")
    Page release(@PathVariable String id, @RequestParam int count) {
        runs.release(RunId.of(id), count);
        return Page.redirect("/payments/" + id, "payments.released");
    }

    private RunView.Head head(Run run) {
        return new RunView.Head(
                run.id().toString(),
                RunsView.title(run),
                run.status().name(),
                RunsView.badge(run.status()),
                RunView.Money.of(run.totals().count(), run.totals().amount()),
                RunView.Money.of(run.totals().blockedCount(), run.totals().blocked()),
                staffing.name(run.preparedBy()),
                run.reviewedBy().map(staffing::name).orElse(""),
                run.release().map(release -> staffing.name(release.by())).orElse(""));
    }

    private ProgressView progress(Run run) {
        long waiting = run.status() == Run.Status.FILED ? runs.count(run.id(), Show.WAITING) : 0;
        return new ProgressView(
                run.id().toString(),
                run.status().name(),
                run.totals().count(),
                run.totals().count() - waiting);
    }

    private static Show showOf(String show) {
        try {
            return Show.valueOf(show);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(show);
        }
    }
}
