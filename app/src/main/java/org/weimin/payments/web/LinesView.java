package org.weimin.payments.web;

import java.util.Arrays;
import java.util.List;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Money;
import org.weimin.kernel.RunId;
import org.weimin.payments.Caution;
import org.weimin.payments.Line;
import org.weimin.payments.LineStatus;
import org.weimin.payments.Show;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** One page of a run's lines. */
public record LinesView(PageOf<Row> page, String url, List<Tab> tabs, boolean mayPrepare) {
    public record Tab(String href, String label, boolean current) {}

    public record Row(
            String id,
            int number,
            String payee,
            String month,
            String amount,
            String lastMonth,
            Mark status,
            List<Mark> cautions,
            boolean mayBeCleared,
            boolean mayBeReissued) {}

    /** A badge: its text and its colour. */
    public record Mark(String text, String badge) {}

    static LinesView of(PageOf<Line> page, RunId run, Show shown) {
        String base = "/payments/" + run + "?show=";
        return new LinesView(
                new PageOf<>(
                        page.rows().stream().map(LinesView::row).toList(), page.number(), page.size(), page.total()),
                base + shown,
                Arrays.stream(Show.values())
                        .map(show -> new Tab(base + show, Texts.t("payments.show." + show), show == shown))
                        .toList(),
                Acting.current().may("payments.prepare"));
    }

    private static Row row(Line line) {
        return new Row(
                line.id().toString(),
                line.number(),
                line.payeeName(),
                line.month().toString(),
                line.amount().grouped(),
                line.lastMonth().equals(Money.ZERO) ? "" : line.lastMonth().grouped(),
                status(line),
                line.standing().cautions().stream()
                        .sorted()
                        .map(LinesView::mark)
                        .toList(),
                line.standing().mayBeCleared(),
                line.standing().mayBeReissued());
    }

    private static Mark status(Line line) {
        String text = Texts.t("payments.line." + line.standing().status());
        String answer = line.standing().answer();
        return new Mark(
                answer.isEmpty() || line.standing().status() != LineStatus.RETURNED
                        ? text
                        : text + " · " + Reasons.text(answer),
                switch (line.standing().status()) {
                    case PLANNED -> "idle";
                    case BLOCKED, RETURNED -> "bad";
                    case RELEASED, SENT -> "info";
                    case UNKNOWN -> "warn";
                    case SETTLED -> "ok";
                });
    }

    private static Mark mark(Caution caution) {
        return new Mark(
                Texts.t("payments.caution." + caution), caution.weight() == Caution.Weight.WARNS ? "warn" : "bad");
    }
}
