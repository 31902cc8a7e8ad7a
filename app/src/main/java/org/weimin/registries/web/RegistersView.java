package org.weimin.registries.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.weimin.engine.Text;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.RegisterSearch;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** The registers: what was looked for, and the entries that were found. */
public record RegistersView(List<Option> registers, String register, String words, PageOf<Row> page) {
    /** One entry in a list; {@code tone} colours its status. */
    public record Row(
            String href,
            String number,
            String title,
            String holder,
            String registeredOn,
            String until,
            String status,
            String tone) {}

    /** The entries of one subject, on its page. */
    public record Rows(List<Row> rows) {}

    static RegistersView of(List<Option> registers, RegisterSearch search, PageOf<RegisterEntry> found) {
        return new RegistersView(
                registers,
                search.register(),
                search.words(),
                new PageOf<>(
                        found.rows().stream().map(RegistersView::row).toList(),
                        found.number(),
                        found.size(),
                        found.total()));
    }

    static Rows rows(List<RegisterEntry> entries) {
        return new Rows(entries.stream().map(RegistersView::row).toList());
    }

    /** The address of this list with what was looked for, for the next page and the workbook. */
    public String url() {
        return "/registers?register=" + URLEncoder.encode(register, StandardCharsets.UTF_8) + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    static Row row(RegisterEntry entry) {
        return new Row(
                "/registers/" + entry.id(),
                entry.heading().number(),
                in(entry.heading().title()),
                entry.holder().name(),
                Texts.date(entry.registeredOn()),
                until(entry),
                Texts.t("registries.status." + entry.status()),
                tone(entry.status()));
    }

    static String tone(RegisterEntry.Status status) {
        return switch (status) {
            case IN_FORCE -> "ok";
            case REVOKED -> "bad";
            case EXPIRED -> "warn";
        };
    }

    /** Pages say the last day on which it holds; inside, an end is the first day on which it does not. */
    static String until(RegisterEntry entry) {
        return entry.valid()
                .until()
                .map(day -> Texts.date(day.minusDays(1)))
                .orElseGet(() -> Texts.t("registries.for-ever"));
    }

    static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
