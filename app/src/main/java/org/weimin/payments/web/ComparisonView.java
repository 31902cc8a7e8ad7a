package org.weimin.payments.web;

import java.util.List;
import org.weimin.payments.Comparison;

/** The run beside the month before, in words. */
public record ComparisonView(List<Row> rows, List<Gone> gone) {
    public record Row(String key, int count, String amount) {}

    public record Gone(String payee, String lastMonth) {}

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                List.of(
                        row("new", comparison.appeared()),
                        row("changed", comparison.changed()),
                        row("gone", comparison.gone())),
                comparison.goneFirst().stream()
                        .map(gone -> new Gone(gone.payeeName(), gone.lastMonth().grouped()))
                        .toList());
    }

    private static Row row(String key, Comparison.Group group) {
        return new Row("payments.compare." + key, group.count(), group.amount().grouped());
    }
}
