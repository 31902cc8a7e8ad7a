package org.weimin.linkage.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.engine.EventKind;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkWorth;
import org.weimin.engine.LinkageTable;
import org.weimin.engine.Pack;
import org.weimin.linkage.Linkage;
import org.weimin.policy.Policy;
import org.weimin.shell.Download;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 联动表页: event by matter, and for each cell what was decided and why. */
@Controller
class LinkagesPage {
    private final Linkage linkage;
    private final Policy policy;
    private final EventWords words;

    LinkagesPage(Linkage linkage, Policy policy, EventWords words) {
        this.linkage = linkage;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping("/linkages")
    @Requires("linkage.view")
    View matrix(@RequestParam(defaultValue = "") String line, @RequestParam(defaultValue = "") String format) {
        LinkageTable table = linkage.table();
        if (format.equals("xlsx")) {
            return workbook(table);
        }
        List<LinkageTable.Line> lines = table.lines();
        String chosen = lines.stream()
                .map(LinkageTable.Line::code)
                .filter(line::equals)
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getFirst().code());
        List<Pack> packs = policy.packs().list().stream()
                .filter(pack -> pack.line().equals(chosen))
                .toList();
        return Page.of(
                "linkage/linkages",
                new LinkagesView(
                        lines.stream().map(each -> tab(table, each, chosen)).toList(),
                        packs.stream()
                                .map(pack -> new LinkagesView.Column(pack.id().value(), words.matter(pack.id())))
                                .toList(),
                        table.kinds().stream()
                                .map(kind -> row(table, kind, packs))
                                .toList(),
                        table.version()
                                .substring(0, Math.min(12, table.version().length()))));
    }

    private LinkagesView.Line tab(LinkageTable table, LinkageTable.Line line, String chosen) {
        long linked = table.cells().stream()
                .filter(cell -> cell.effect() != LinkEffect.NONE)
                .filter(cell -> policy.packs().find(cell.matter()).stream()
                        .anyMatch(pack -> pack.line().equals(line.code())))
                .count();
        return new LinkagesView.Line(
                line.code(),
                EventWords.either(line.title()),
                linked,
                line.code().equals(chosen));
    }

    private LinkagesView.Row row(LinkageTable table, EventKind kind, List<Pack> packs) {
        return new LinkagesView.Row(
                kind.code(),
                EventWords.either(kind.title()),
                packs.stream()
                        .map(pack ->
                                cell(table.cells(kind.code(), pack.id()), "/linkages/" + kind.code() + "#" + pack.id()))
                        .toList());
    }

    private LinkagesView.Cell cell(List<LinkCell> decided, String href) {
        return new LinkagesView.Cell(
                href,
                decided.stream()
                        .map(cell -> new LinkagesView.Mark(
                                cell.effect(), EventWords.effect(cell.effect()), badge(cell.effect())))
                        .distinct()
                        .toList(),
                decided.stream().map(cell -> EventWords.either(cell.because())).collect(Collectors.joining(" ")));
    }

    @GetMapping("/linkages/{event}")
    @Requires("linkage.view")
    Page ofEvent(@PathVariable String event) {
        LinkageTable table = linkage.table();
        EventKind kind = table.kind(event);
        return Page.of(
                "linkage/linkage",
                new LinkagesView.OfEvent(
                        EventWords.either(kind.title()),
                        Texts.t("linkage.about." + EventWords.word(kind.about())),
                        EventWords.either(kind.origin()),
                        kind.filters().stream()
                                .map(filter -> EventWords.either(table.title(filter)))
                                .toList(),
                        table.effects(event).stream()
                                .sorted(Comparator.comparing(cell -> words.item(cell.matter())))
                                .map(cell -> link(table, cell))
                                .toList(),
                        words.nothing(event)));
    }

    private LinkagesView.Link link(LinkageTable table, LinkCell cell) {
        return new LinkagesView.Link(
                cell.matter().value(),
                words.matter(cell.matter()),
                EventWords.effect(cell.effect()),
                badge(cell.effect()),
                Texts.t("linkage.whom." + EventWords.word(cell.whom())),
                EventWords.from(cell.from()),
                new EventView.Why(EventWords.either(cell.because()), cell.article(), EventSteps.gate(table, cell)),
                worth(cell.worth()));
    }

    private static String worth(LinkWorth worth) {
        return Texts.t(
                worth.counted() ? "linkage.worth.counted" : "linkage.worth.estimate",
                worth.visits(),
                worth.papers(),
                worth.days(),
                worth.upkeepMinutes());
    }

    static String badge(LinkEffect effect) {
        return switch (effect) {
            case STOP, SUSPEND -> "bad";
            case RECHECK -> "warn";
            case DRAFT -> "ok";
            case NOTIFY, HAND_OVER, PUBLISH -> "info";
            case NONE -> "";
        };
    }

    private Download workbook(LinkageTable table) {
        List<Column<LinkCell>> columns = List.of(
                new Column<>(Texts.t("linkage.kind"), 20, cell -> words.kind(cell.event())),
                new Column<>(Texts.t("linkage.matter"), 26, cell -> words.matter(cell.matter())),
                new Column<>(Texts.t("linkage.effect"), 12, cell -> EventWords.effect(cell.effect())),
                new Column<>(
                        Texts.t("linkage.on"), 16, cell -> Texts.t("linkage.whom." + EventWords.word(cell.whom()))),
                new Column<>(Texts.t("linkage.why"), 60, cell -> EventWords.either(cell.because())),
                new Column<>(Texts.t("linkage.article"), 30, LinkCell::article),
                new Column<>(Texts.t("linkage.hearing"), 40, cell -> EventSteps.gate(table, cell)),
                new Column<>(Texts.t("linkage.visits"), 10, cell -> cell.worth().visits()),
                new Column<>(Texts.t("linkage.papers"), 10, cell -> cell.worth().papers()),
                new Column<>(Texts.t("linkage.days"), 10, cell -> cell.worth().days()),
                new Column<>(Texts.t("linkage.upkeep"), 14, cell -> cell.worth().upkeepMinutes()));
        String title = Texts.t("linkage.table.title");
        return Download.workbook(title + ".xlsx", out -> Workbooks.write(out, title, columns, table.cells()));
    }
}
