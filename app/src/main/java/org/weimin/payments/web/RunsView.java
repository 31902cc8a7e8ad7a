package org.weimin.payments.web;

import java.time.YearMonth;
import java.util.List;
import org.weimin.payments.Run;
import org.weimin.shell.Texts;

/** The list of runs, the newest first. */
public record RunsView(List<Row> rows, String month, boolean mayPrepare) {
    public record Row(String href, String title, String status, String badge, int count, String amount, int blocked) {}

    static RunsView of(List<Run> runs, YearMonth month, boolean mayPrepare) {
        return new RunsView(runs.stream().map(RunsView::row).toList(), month.toString(), mayPrepare);
    }

    private static Row row(Run run) {
        return new Row(
                "/payments/" + run.id(),
                title(run),
                Texts.t("payments.status." + run.status()),
                badge(run.status()),
                run.totals().count(),
                run.totals().amount().grouped(),
                run.totals().blockedCount());
    }

    static String title(Run run) {
        return Texts.t("payments.run.title", Texts.month(run.month()), run.number());
    }

    static String badge(Run.Status status) {
        return switch (status) {
            case PREPARED, REVIEWED -> "warn";
            case RELEASED, FILED, ANSWERED -> "info";
            case RECONCILED -> "ok";
            case DISCARDED -> "idle";
        };
    }
}
