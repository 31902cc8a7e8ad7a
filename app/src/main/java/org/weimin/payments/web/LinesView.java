package org.weimin.payments.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Money;
import org.weimin.payments.Caution;
import org.weimin.payments.Line;
import org.weimin.payments.LineStatus;
import org.weimin.payments.Run;
import org.weimin.payments.Show;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks.Column;

/** One page of a run's lines. */
public record LinesView(PageOf<Row> page, String url, String export, List<Tab> tabs, boolean mayPrepare) {
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

    static LinesView of(PageOf<Line> page, Run run, Show shown) {
        String base = "/payments/" + run.id() + "?show=";
        return new LinesView(
                new PageOf<>(
                        page.rows().stream()
                                .map(line -> row(line, run.status().isDraft()))
                                .toList(),
                        page.number(),
                        page.size(),
                        page.total()),
                base + shown,
                "/payments/" + run.id() + "/lines",
                Arrays.stream(Show.values())
                        .map(show -> new Tab(base + show, Texts.t("payments.show." + show), show == shown))
                        .toList(),
                Acting.current().may("payments.prepare"));
    }

    static List<Column<Line>> columns() {
        return List.of(
                new Column<>(Texts.t("payments.file.number"), 8, Line::number),
                new Column<>(Texts.t("payments.file.payee"), 16, Line::payeeName),
                new Column<>(Texts.t("payments.file.month"), 10, Line::month),
                new Column<>(Texts.t("payments.file.amount"), 14, Line::amount),
                new Column<>(Texts.t("payments.last-month"), 14, Line::lastMonth),
                new Column<>(
                        Texts.t("payments.status"), 24, line -> status(line).text()),
                new Column<>(
                        Texts.t("payments.cautions"),
                        30,
                        line -> cautions(line).stream().map(Mark::text).collect(Collectors.joining(" "))));
    }

    private static List<Mark> cautions(Line line) {
        return line.standing().cautions().stream().sorted().map(LinesView::mark).toList();
    }

    private static Row row(Line line, boolean isDraft) {
        return new Row(
                line.id().toString(),
                line.number(),
                line.payeeName(),
                line.month().toString(),
                line.amount().grouped(),
                line.lastMonth().equals(Money.ZERO) ? "" : line.lastMonth().grouped(),
                status(line),
                cautions(line),
                isDraft && line.standing().mayBeCleared(),
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
