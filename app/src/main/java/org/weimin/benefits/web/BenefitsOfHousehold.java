package org.weimin.benefits.web;

import java.util.List;
import org.weimin.benefits.Entitlement;
import org.weimin.shell.Texts;

/** What a household receives and has received, on its page. */
public record BenefitsOfHousehold(List<Row> rows) {
    public record Row(String matter, String monthly, String from, String through, String caseFile) {}

    static BenefitsOfHousehold of(List<Entitlement> entitlements) {
        return new BenefitsOfHousehold(entitlements.stream()
                .map(each -> new Row(
                        RosterView.matter(each.matter()),
                        each.monthly().grouped(),
                        each.from().toString(),
                        each.until().isPresent() ? RosterView.through(each.until()) : Texts.t("benefits.until-now"),
                        each.decidedBy().toString()))
                .toList());
    }
}
