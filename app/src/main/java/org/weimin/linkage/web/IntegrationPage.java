package org.weimin.linkage.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;
import org.weimin.kernel.MatterId;
import org.weimin.linkage.About;
import org.weimin.linkage.Gain;
import org.weimin.linkage.Integration;
import org.weimin.linkage.IntegrationMap;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.Tie;
import org.weimin.linkage.web.IntegrationView.LinkRow;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 整合图页: which lines share what, and what linking them is worth. */
@Controller
class IntegrationPage {
    private static final String HERE = "/integration";
    private final Integration integration;
    private final Linkage linkage;
    private final IntegrationRows rows;
    private final EventWords words;

    IntegrationPage(Integration integration, Linkage linkage, IntegrationRows rows, EventWords words) {
        this.integration = integration;
        this.linkage = linkage;
        this.rows = rows;
        this.words = words;
    }

    @GetMapping(HERE)
    @Requires("linkage.view")
    View map(@RequestParam(defaultValue = "") String links, @RequestParam(defaultValue = "") String format) {
        IntegrationMap map = integration.map();
        boolean all = links.equals("all");
        List<LinkRow> shown = links(map, all || format.equals("xlsx"));
        if (format.equals("xlsx")) {
            return workbook(shown);
        }
        List<Tie> byStrength = map.ties().stream()
                .sorted(Comparator.comparingInt(Tie::hundredths).reversed())
                .toList();
        return Page.of(
                "linkage/integration",
                new IntegrationView(
                        sums(map),
                        Circle.of(map),
                        rows.bundles(map),
                        byStrength.stream()
                                .filter(tie -> !tie.isLoose())
                                .map(tie -> rows.tie(tie, map.rates()))
                                .toList(),
                        byStrength.stream()
                                .filter(tie -> tie.isLoose() && tie.hundredths() > 0)
                                .map(tie -> rows.tie(tie, map.rates()))
                                .toList(),
                        new IntegrationView.Links(shown, all, map.links().size())));
    }

    private IntegrationView.Sums sums(IntegrationMap map) {
        Gain total = map.total();
        int paying = (int) map.links().stream()
                .filter(link -> link.gain().pays(map.rates()))
                .count();
        return new IntegrationView.Sums(
                map.since().toString(),
                IntegrationRows.cells(total, map.rates()),
                IntegrationRows.verdict(total, map.rates()),
                paying,
                map.links().size() - paying,
                EventWords.either(map.rates().source()),
                Texts.t("linkage.days.measured", total.measured(), total.times() - total.measured()));
    }

    /** What saved most first; what nobody has used yet only when all are asked for. */
    private List<LinkRow> links(IntegrationMap map, boolean all) {
        return map.links().stream()
                .filter(link -> all || link.gain().times() > 0)
                .sorted(Comparator.comparingLong((IntegrationMap.Link link) ->
                                link.gain().upkeepMinutes() - link.gain().savedMinutes(map.rates()))
                        .thenComparing(link -> link.matter().value()))
                .map(link -> new LinkRow(
                        "/linkages/" + link.event() + "#" + link.matter(),
                        HERE + "/done?event=" + link.event() + "&matter=" + link.matter(),
                        words.kind(link.event()),
                        words.matter(link.matter()),
                        IntegrationRows.cells(link.gain(), map.rates()),
                        IntegrationRows.verdict(link.gain(), map.rates())))
                .toList();
    }

    @GetMapping(HERE + "/pairs/{one}/{other}")
    @Requires("linkage.view")
    Page pair(@PathVariable String one, @PathVariable String other, @RequestParam(defaultValue = "1") int page) {
        Tie tie = integration.tie(one, other);
        var people = integration.peopleOf(one, other, Math.clamp(page, 1, 10_000));
        var named = people.rows().stream()
                .map(person -> words.whom(About.of(person)))
                .toList();
        return Page.of(
                "linkage/pair",
                new IntegrationView.PairView(
                        rows.tie(tie, linkage.table().rates()),
                        rows.shared(tie),
                        new PageOf<>(named, people.number(), people.size(), people.total()),
                        HERE + "/pairs/" + one + "/" + other));
    }

    @GetMapping(HERE + "/lines/{line}")
    @Requires("linkage.view")
    Page line(@PathVariable String line) {
        IntegrationMap map = integration.map();
        return Page.of("linkage/line", rows.line(map, integration.standing(line), integration));
    }

    /** The list behind a number, narrowed as the number is. */
    record Asked(String event, String matter, String line, String other, String saves) {
        Integration.DoneFilter filter() {
            return new Integration.DoneFilter(text(event), text(matter), text(line), text(other), text(saves));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @GetMapping(HERE + "/done")
    @Requires("linkage.view")
    View done(Asked asked, @RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "1") int page) {
        Integration.DoneFilter filter = asked.filter();
        if (format.equals("xlsx")) {
            return doneWorkbook(
                    integration.done(filter).stream().map(this::done).toList());
        }
        var done = integration.done(filter, Math.clamp(page, 1, 10_000));
        List<Option> events = linkage.table().kinds().stream()
                .map(kind -> new Option(kind.code(), EventWords.either(kind.title())))
                .toList();
        var also = new TreeMap<>(Map.of(
                "matter", filter.matter(), "line", filter.line(), "other", filter.other(), "saves", filter.saves()));
        also.values().removeIf(String::isEmpty);
        return Page.of(
                "linkage/done",
                new IntegrationView.DoneView(
                        filter.event(),
                        narrowed(filter),
                        new PageOf<>(
                                done.rows().stream().map(this::done).toList(),
                                done.number(),
                                done.size(),
                                done.total()),
                        UriComponentsBuilder.fromPath(HERE + "/done")
                                .queryParam("event", filter.event())
                                .queryParam("matter", filter.matter())
                                .queryParam("line", filter.line())
                                .queryParam("other", filter.other())
                                .queryParam("saves", filter.saves())
                                .encode()
                                .toUriString(),
                        events,
                        also));
    }

    /** What the list is narrowed to besides the kind of event. */
    private String narrowed(Integration.DoneFilter filter) {
        return Stream.of(
                        filter.matter().isEmpty() ? "" : words.matter(new MatterId(filter.matter())),
                        filter.isOfPair()
                                ? Texts.t("linkage.pair", rows.line(filter.line()), rows.line(filter.other()))
                                : "",
                        Texts.has("linkage.saves." + filter.saves()) ? Texts.t("linkage.saves." + filter.saves()) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private IntegrationView.DoneRow done(Integration.Done each) {
        return new IntegrationView.DoneRow(
                "/events/" + each.event(),
                words.kind(each.kind()),
                words.whom(each.about()),
                words.matter(each.matter()),
                EventWords.effect(each.effect()),
                each.toldOn().toString(),
                each.doneOn().toString(),
                Texts.t(
                        each.gain().measured() == 0 ? "linkage.saved.about" : "linkage.saved",
                        each.gain().visits(),
                        each.gain().papers(),
                        each.gain().days()));
    }

    private static Download doneWorkbook(List<IntegrationView.DoneRow> rows) {
        List<Column<IntegrationView.DoneRow>> columns = List.of(
                new Column<>(Texts.t("linkage.kind"), 20, IntegrationView.DoneRow::event),
                new Column<>(Texts.t("linkage.on"), 20, IntegrationView.DoneRow::who),
                new Column<>(Texts.t("linkage.matter"), 26, IntegrationView.DoneRow::matter),
                new Column<>(Texts.t("linkage.effect"), 12, IntegrationView.DoneRow::effect),
                new Column<>(Texts.t("linkage.reported"), 12, IntegrationView.DoneRow::told),
                new Column<>(Texts.t("linkage.done.on"), 12, IntegrationView.DoneRow::on),
                new Column<>(Texts.t("linkage.saved.title"), 40, IntegrationView.DoneRow::saved));
        String title = Texts.t("linkage.done.title");
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, rows));
    }

    private Download workbook(List<LinkRow> links) {
        List<Column<LinkRow>> columns = List.of(
                new Column<>(Texts.t("linkage.kind"), 20, LinkRow::event),
                new Column<>(Texts.t("linkage.matter"), 26, LinkRow::matter),
                new Column<>(Texts.t("linkage.times"), 10, row -> row.gain().times()),
                new Column<>(Texts.t("linkage.visits"), 10, row -> row.gain().visits()),
                new Column<>(Texts.t("linkage.papers"), 10, row -> row.gain().papers()),
                new Column<>(
                        Texts.t("linkage.days"), 10, row -> row.gain().days().number()),
                new Column<>(
                        Texts.t("linkage.saved-minutes"), 14, row -> row.gain().savedMinutes()),
                new Column<>(
                        Texts.t("linkage.upkeep-minutes"), 14, row -> row.gain().upkeepMinutes()),
                new Column<>(
                        Texts.t("linkage.verdict"), 16, row -> row.verdict().text()));
        String title = Texts.t("linkage.links.title");
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, links));
    }
}
