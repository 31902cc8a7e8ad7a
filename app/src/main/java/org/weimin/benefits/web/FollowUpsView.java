package org.weimin.benefits.web;

import java.util.List;
import org.weimin.benefits.Overpayment;

/** Months that were paid too much. */
public record FollowUpsView(List<OverpaymentRow> overpayments) {
    public record OverpaymentRow(String payee, String month, String amount) {}

    static FollowUpsView of(List<Overpayment> overpayments) {
        return new FollowUpsView(overpayments.stream()
                .map(each -> new OverpaymentRow(
                        each.payeeName(), each.month().toString(), each.amount().grouped()))
                .toList());
    }
}
