package org.weimin.screening.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.weimin.screening.FindingFilter;
import org.weimin.screening.Found;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** One page of a list of findings, with what was asked and whom one may send. */
public record FindingsView(FindingFilter filter, String title, String explain, PageOf<Row> page, Choices choices) {
    /** One finding as a line. */
    public record Row(
            String href,
            String name,
            String community,
            String matter,
            String why,
            String amount,
            String received,
            String vouched,
            String visit,
            String badge) {}

    /** What the filters and the form to send somebody offer. */
    public record Choices(
            List<Option> kinds,
            List<Option> matters,
            List<Option> visits,
            List<Option> areas,
            List<Option> staff,
            boolean mayAssign,
            String dueOn) {}

    /** The address of this list with its filters, for the next page and the workbook. */
    public String url() {
        return "/screening/" + filter.sweep() + "/findings?kind=" + filter.kind() + "&matter=" + filter.matter()
                + "&area=" + filter.area() + "&visit=" + filter.visit() + "&percent=" + filter.confidentPercent()
                + "&reason=" + URLEncoder.encode(filter.reason(), StandardCharsets.UTF_8);
    }

    static Row row(Found found, FindingFilter filter, Phrases phrases) {
        var finding = found.finding();
        return new Row(
                "/screening/" + filter.sweep() + "/findings/" + finding.matter() + "/"
                        + finding.subject().id(),
                found.name(),
                phrases.area(finding.area().value()),
                phrases.matter(finding.matter()),
                phrases.reason(finding.matter(), finding.kind(), finding.reason()),
                finding.amount().isPositive() ? finding.amount().grouped() : "",
                finding.received().isPositive() ? finding.received().grouped() : "",
                Texts.t("screening.vouched", finding.vouching().percent()),
                visit(found),
                badge(found));
    }

    static String visit(Found found) {
        return found.task()
                .map(task -> task.report()
                        .map(report -> Texts.t("screening.result." + report.result()))
                        .orElseGet(() -> Texts.t("screening.due", task.dueOn().toString())))
                .orElse(Texts.t("screening.nobody-yet"));
    }

    static String badge(Found found) {
        return found.task()
                .map(task -> task.report().isPresent() ? "ok" : "info")
                .orElse("");
    }
}
