package org.weimin.benefits.web;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.weimin.benefits.RosterFilter;
import org.weimin.benefits.RosterRow;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.shell.PageOf;

/** One page of the roster, with what was asked and the total of all pages. */
public record RosterView(String month, String area, String name, PageOf<Row> page, String total, String words) {
    public record Row(
            String href,
            String payee,
            String community,
            String matter,
            int members,
            String monthly,
            String from,
            String through) {}

    static RosterView of(
            RosterFilter filter,
            PageOf<RosterRow> page,
            Money total,
            UnaryOperator<String> communityOf,
            MatterTitles titles) {
        return new RosterView(
                filter.month().toString(),
                filter.area().value(),
                filter.name(),
                new PageOf<>(
                        page.rows().stream()
                                .map(row -> row(row, communityOf, titles))
                                .toList(),
                        page.number(),
                        page.size(),
                        page.total()),
                total.grouped(),
                total.inWords());
    }

    /** The address of this list with its filters, for the next page and the workbook. */
    public String url() {
        return "/benefits?month=" + month + "&area=" + area + "&name="
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Screens say the last month that is paid; inside, an end is the first month that is not. */
    static String through(Optional<YearMonth> until) {
        return until.map(month -> month.minusMonths(1).toString()).orElse("");
    }

    private static Row row(RosterRow row, UnaryOperator<String> communityOf, MatterTitles titles) {
        return new Row(
                href(row.subject()),
                row.payeeName(),
                communityOf.apply(row.area()),
                titles.of(row.matter()),
                row.members(),
                row.monthly().grouped(),
                row.from().toString(),
                through(row.until()));
    }

    static String href(Subject subject) {
        return switch (subject) {
            case Subject.OfHousehold(var household) -> "/households/" + household;
            case Subject.OfPerson(var person) -> "/people/" + person;
            case Subject.OfOrganisation(var organisation) -> "/people/organisations/" + organisation;
        };
    }
}
