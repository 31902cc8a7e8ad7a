package org.weimin.payments.web;

import java.util.List;
import org.weimin.home.Home;
import org.weimin.payments.Reconciliation;
import org.weimin.payments.Run;
import org.weimin.payments.SuspenseRow;
import org.weimin.shell.Texts;

/** What the bank answered, and whether the books balance. */
public record AnswersView(boolean isSent, List<Sum> sums, boolean balanced, List<Row> suspense, String simulator) {
    public record Sum(String key, String amount) {}

    public record Row(String id, String where, String line, String outcome, String amount, String why) {}

    static AnswersView of(Run run, Reconciliation books, List<SuspenseRow> suspense, Home home) {
        boolean sent = run.release().isPresent();
        return new AnswersView(
                sent,
                List.of(
                        new Sum("payments.sum.released", books.released().grouped()),
                        new Sum("payments.sum.committed", books.committed().grouped()),
                        new Sum("payments.sum.settled", books.settled().grouped()),
                        new Sum("payments.sum.returned", books.returned().grouped()),
                        new Sum("payments.sum.waiting", books.waiting().grouped())),
                books.isBalanced(),
                suspense.stream().map(AnswersView::row).toList(),
                home.kind() == Home.Kind.DEMO && run.status() == Run.Status.FILED
                        ? "/payments/" + run.id() + "/bank-simulator"
                        : "");
    }

    private static Row row(SuspenseRow row) {
        return new Row(
                row.id().toString(),
                row.fileName() + " #" + row.number(),
                row.endToEndId(),
                Texts.t("payments.outcome." + row.outcome()) + " " + Reasons.text(row.reason()),
                row.amount().grouped(),
                Texts.t("payments.suspense." + row.suspense()));
    }
}
