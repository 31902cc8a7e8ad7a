package org.weimin.benefits.web;

import java.util.List;
import org.weimin.benefits.Overpayment;
import org.weimin.benefits.Recheck;
import org.weimin.shell.Texts;

/** What somebody has to look at: changed households, and months paid too much. */
public record FollowUpsView(List<RecheckRow> rechecks, List<OverpaymentRow> overpayments) {
    public record RecheckRow(String href, String payee, String reason, String on) {}

    public record OverpaymentRow(String payee, String month, String amount) {}

    static FollowUpsView of(List<Recheck> rechecks, List<Overpayment> overpayments) {
        return new FollowUpsView(
                rechecks.stream()
                        .map(each -> new RecheckRow(
                                RosterView.href(each.subject()),
                                each.payeeName(),
                                Texts.t("benefits.recheck." + each.reason()),
                                each.on().toString()))
                        .toList(),
                overpayments.stream()
                        .map(each -> new OverpaymentRow(
                                each.payeeName(),
                                each.month().toString(),
                                each.amount().grouped()))
                        .toList());
    }
}
