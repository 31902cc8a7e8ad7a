package org.weimin.screening.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.screening.Affected;
import org.weimin.screening.Effect;
import org.weimin.screening.EffectFilter;
import org.weimin.screening.Impact;
import org.weimin.screening.Scenario;
import org.weimin.screening.ScenarioId;
import org.weimin.screening.WhatIf;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 名单: whom a scenario would give more, less, for the first time or no longer; as a page and as a workbook. */
@Controller
class EffectsPage {
    private static final String T = "screening.whatif.";
    private final WhatIf whatIf;
    private final Phrases phrases;

    EffectsPage(WhatIf whatIf, Phrases phrases) {
        this.whatIf = whatIf;
        this.phrases = phrases;
    }

    @GetMapping("/whatif/{id}/households")
    @Requires("screening.suppose")
    View list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String receiving,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        Scenario scenario = whatIf.get(ScenarioId.of(id));
        var filter = filter(scenario.id(), matter, kind, area, receiving);
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        PageOf<Affected> found = whatIf.affected(filter, Math.max(1, page));
        var rows = found.rows().stream()
                .map(each -> EffectsView.row(each, phrases))
                .toList();
        return Page.of(
                "screening/effects",
                new EffectsView(
                        scenario.name(),
                        filter,
                        new PageOf<>(rows, found.number(), found.size(), found.total()),
                        matters(scenario),
                        Arrays.stream(Effect.Kind.values())
                                .filter(Effect.Kind::isListed)
                                .map(each -> new Option(each.name(), Texts.t(T + "kind." + each)))
                                .toList(),
                        towns(scenario)));
    }

    private List<Option> towns(Scenario scenario) {
        return impact(scenario).by(DivisionCode::town).keySet().stream()
                .map(town -> new Option(town.value(), phrases.area(town.value())))
                .toList();
    }

    private Impact impact(Scenario scenario) {
        return whatIf.impacts(List.of(scenario)).getOrDefault(scenario.id(), Impact.NONE);
    }

    private List<Option> matters(Scenario scenario) {
        return impact(scenario).matters().stream()
                .map(matter -> new Option(matter.value(), phrases.matter(matter)))
                .toList();
    }

    private Download workbook(EffectFilter filter) {
        List<EffectsView.Row> rows = whatIf.affected(filter).stream()
                .map(each -> EffectsView.row(each, phrases))
                .toList();
        List<Column<EffectsView.Row>> columns = List.of(
                new Column<>(Texts.t("screening.area"), 24, EffectsView.Row::community),
                new Column<>(Texts.t("screening.name"), 14, EffectsView.Row::name),
                new Column<>(Texts.t("screening.address"), 36, EffectsView.Row::address),
                new Column<>(Texts.t("screening.matter"), 24, EffectsView.Row::matter),
                new Column<>(Texts.t("screening.kind"), 16, EffectsView.Row::kind),
                new Column<>(Texts.t(T + "today"), 14, EffectsView.Row::receiving),
                new Column<>(Texts.t(T + "before"), 14, EffectsView.Row::before),
                new Column<>(Texts.t(T + "after"), 14, EffectsView.Row::after),
                new Column<>(Texts.t(T + "difference"), 14, EffectsView.Row::difference));
        return Download.workbook("what-if.xlsx", out -> Workbooks.write(out, "what-if", columns, rows));
    }

    private static EffectFilter filter(ScenarioId id, String matter, String kind, String area, String receiving) {
        try {
            return new EffectFilter(
                    id,
                    matter.strip(),
                    kind.isBlank() ? "" : Effect.Kind.valueOf(kind.strip()).name(),
                    new DivisionCode(area.strip()),
                    receiving.isBlank() ? EffectFilter.Receiving.ANY : EffectFilter.Receiving.valueOf(receiving));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(kind + area + receiving);
        }
    }
}
