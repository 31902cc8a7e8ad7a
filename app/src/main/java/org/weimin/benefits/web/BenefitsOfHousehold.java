package org.weimin.benefits.web;

import java.util.List;
import java.util.stream.Stream;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.OneOff;
import org.weimin.shell.Texts;

/** What a household receives and has received, on its page. */
public record BenefitsOfHousehold(List<Row> rows) {
    public record Row(String matter, String monthly, String from, String through, String caseFile) {}

    static BenefitsOfHousehold of(List<Entitlement> entitlements, List<OneOff> oneOffs, MatterTitles titles) {
        return new BenefitsOfHousehold(Stream.concat(
                        entitlements.stream()
                                .map(each -> new Row(
                                        titles.of(each.matter()),
                                        each.monthly().grouped(),
                                        each.from().toString(),
                                        each.until().isPresent()
                                                ? RosterView.through(each.until())
                                                : Texts.t("benefits.until-now"),
                                        each.decidedBy().toString())),
                        oneOffs.stream().map(given -> once(given, titles)))
                .toList());
    }

    private static Row once(OneOff given, MatterTitles titles) {
        return new Row(
                titles.of(given.matter()),
                Texts.t("benefits.once", given.amount().grouped()),
                Texts.date(given.grantedOn()),
                "",
                given.decidedBy().toString());
    }
}
