package org.weimin.screening.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.Text;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.policy.Drafts;
import org.weimin.policy.Policy;
import org.weimin.screening.Band;
import org.weimin.screening.Effect;
import org.weimin.screening.Impact;
import org.weimin.screening.Impact.Counted;
import org.weimin.screening.Outlook;
import org.weimin.screening.Scenario;
import org.weimin.screening.Supposition;
import org.weimin.screening.Sweep;
import org.weimin.screening.WhatIf;
import org.weimin.screening.web.ScenarioView.Bar;
import org.weimin.screening.web.ScenarioView.Figure;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** Lays the figures of a scenario out for the page. */
@Component
class ScenarioFigures {
    private static final String T = "screening.whatif.";
    private static final int COUNTY_DIGITS = 6;
    private final WhatIf whatIf;
    private final Policy policy;
    private final Drafts drafts;
    private final Phrases phrases;

    ScenarioFigures(WhatIf whatIf, Policy policy, Drafts drafts, Phrases phrases) {
        this.whatIf = whatIf;
        this.policy = policy;
        this.drafts = drafts;
        this.phrases = phrases;
    }

    ScenarioView view(Scenario scenario) {
        Impact impact = whatIf.impacts(List.of(scenario)).getOrDefault(scenario.id(), Impact.NONE);
        List<Outlook> outlooks = whatIf.outlooks(scenario, impact);
        MatterId matter = scenario.supposition().matter();
        return new ScenarioView(
                head(scenario),
                progress(scenario),
                figures(
                        impact.of(matter),
                        outlooks.stream().findFirst().map(List::of).orElse(List.of())),
                outlooks.stream()
                        .filter(outlook -> outlook.matter().equals(matter)
                                || impact.lines().stream()
                                        .anyMatch(line -> line.matter().equals(outlook.matter())
                                                && line.kind().isListed()))
                        .map(outlook -> section(scenario, impact.of(outlook.matter()), outlook))
                        .toList(),
                whatIf.list(scenario.place()).stream()
                        .filter(other -> !other.id().equals(scenario.id()) && other.status() == Sweep.Status.DONE)
                        .map(other -> new Option(other.id().toString(), other.name()))
                        .toList());
    }

    /** The same figures of several scenarios in columns. */
    ScenariosView beside(List<Scenario> scenarios) {
        List<ScenarioView> views = scenarios.stream().map(this::view).toList();
        var towns = new TreeMap<String, List<String>>();
        for (int at = 0; at < scenarios.size(); at++) {
            Scenario scenario = scenarios.get(at);
            Impact impact = whatIf.impacts(List.of(scenario))
                    .getOrDefault(scenario.id(), Impact.NONE)
                    .of(scenario.supposition().matter());
            for (var town : impact.by(DivisionCode::town).entrySet()) {
                towns.computeIfAbsent(
                                phrases.area(town.getKey().value()),
                                ignored -> new ArrayList<>(Stream.generate(() -> "")
                                        .limit(scenarios.size())
                                        .toList()))
                        .set(at, signed(town.getValue().all().difference()));
            }
        }
        return new ScenariosView(
                views.stream().map(ScenarioView::head).toList(),
                rows(views),
                towns.entrySet().stream()
                        .map(town -> new ScenariosView.Row(town.getKey(), town.getValue()))
                        .toList());
    }

    private static List<ScenariosView.Row> rows(List<ScenarioView> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<ScenariosView.Row>();
        for (int row = 0; row < views.getFirst().figures().size(); row++) {
            int at = row;
            rows.add(new ScenariosView.Row(
                    views.getFirst().figures().get(row).title(),
                    views.stream().map(view -> view.figures().get(at).value()).toList()));
        }
        return rows;
    }

    private ScenarioView.Head head(Scenario scenario) {
        Supposition supposed = scenario.supposition();
        return new ScenarioView.Head(
                scenario.id().toString(),
                scenario.name(),
                phrases.matter(supposed.matter()),
                supposed.from().toString(),
                scenario.asOf().toString(),
                phrases.area(scenario.place().value()),
                changes(supposed));
    }

    private List<ScenarioView.Change> changes(Supposition supposed) {
        var values = new TreeMap<>(supposed.values())
                .entrySet().stream().map(value -> change(supposed, value.getKey(), value.getValue()));
        var draft = supposed.draft().stream()
                .map(id -> new ScenarioView.Change(
                        Texts.t(T + "draft"), "", drafts.get(id).purpose().title(), ""));
        var merged = new TreeMap<>(supposed.merged())
                .entrySet().stream()
                        .map(pair -> new ScenarioView.Change(
                                Texts.t(T + "merge"),
                                phrases.area(pair.getKey().value()),
                                phrases.area(pair.getValue().value()),
                                ""));
        return Stream.of(values, draft, merged).flatMap(each -> each).toList();
    }

    private ScenarioView.Change change(Supposition supposed, String name, String value) {
        Pack pack = policy.pack(supposed.matter());
        Parameter parameter = pack.parameter(name);
        boolean ofPartOnly = supposed.at().value().length() > COUNTY_DIGITS;
        return new ScenarioView.Change(
                either(parameter.title())
                        + (ofPartOnly ? " · " + phrases.area(supposed.at().value()) : ""),
                pack.value(name, supposed.at(), supposed.from()).value(),
                value,
                Texts.t("policy.unit." + parameter.unit()));
    }

    private static ScenarioView.Progress progress(Scenario scenario) {
        var reach = scenario.reach();
        boolean failed = scenario.status() == Sweep.Status.FAILED;
        String text = failed
                ? Texts.has(scenario.failure()) ? Texts.t(scenario.failure()) : Texts.t(T + "failed")
                : Texts.t(
                        T + "progress." + scenario.status(),
                        reach.households(),
                        reach.allHouseholds(),
                        reach.persons(),
                        seconds(scenario));
        return new ScenarioView.Progress(
                scenario.isOpen(),
                scenario.isOpen() && reach.slicesDone() > 0,
                failed,
                reach.slices() == 0 ? 0 : 100 * reach.slicesDone() / reach.slices(),
                text);
    }

    private static String seconds(Scenario scenario) {
        return BigDecimal.valueOf(scenario.took().whole().toMillis() / 100, 1).toPlainString();
    }

    /** What a leader asks first: how much, who, how many letters, and whether the budget lasts. */
    private static List<Figure> figures(Impact impact, List<Outlook> outlooks) {
        Counted all = impact.all();
        long letters = impact.of(line -> line.receiving() && line.kind().isListed() && line.kind() != Effect.Kind.NEWLY)
                .subjects();
        return Stream.concat(
                        Stream.of(
                                new Figure(
                                        Texts.t(T + "monthly"),
                                        signed(all.difference()),
                                        Texts.t(
                                                T + "monthly.note",
                                                all.before().grouped(),
                                                all.after().grouped())),
                                new Figure(
                                        Texts.t(T + "monthly.receiving"),
                                        signed(impact.of(Impact.Line::receiving).difference()),
                                        Texts.t(
                                                T + "monthly.receiving.note",
                                                impact.of(Impact.Line::receiving)
                                                        .subjects())),
                                of(impact, Effect.Kind.MORE),
                                of(impact, Effect.Kind.LESS),
                                of(impact, Effect.Kind.NEWLY),
                                of(impact, Effect.Kind.NO_LONGER),
                                new Figure(
                                        Texts.t(T + "letters"),
                                        number(letters),
                                        Texts.t(
                                                T + "letters.note",
                                                impact.of(Effect.Kind.NEWLY).subjects())),
                                new Figure(
                                        Texts.t(T + "unclear"),
                                        number(impact.of(Effect.Kind.UNCLEAR).subjects()),
                                        Texts.t(
                                                T + "unclear.note",
                                                impact.of(line ->
                                                                line.receiving() && line.kind() == Effect.Kind.UNCLEAR)
                                                        .subjects()))),
                        outlooks.stream().flatMap(outlook -> year(outlook).stream()))
                .toList();
    }

    private static Figure of(Impact impact, Effect.Kind kind) {
        Counted counted = impact.of(kind);
        return new Figure(
                Texts.t(T + "kind." + kind),
                number(counted.subjects()),
                Texts.t(T + "kind.note", counted.persons(), signed(counted.difference())));
    }

    private static List<Figure> year(Outlook outlook) {
        String none = Texts.t(T + "no-budget");
        return List.of(
                new Figure(
                        Texts.t(T + "year.change"),
                        signed(outlook.change()),
                        Texts.t(T + "year.change.note", outlook.newcomers().grouped())),
                new Figure(
                        Texts.t(T + "year.left"),
                        outlook.left().map(Money::grouped).orElse(none),
                        outlook.leftNow()
                                .map(left -> Texts.t(
                                        T + "year.left.note",
                                        left.grouped(),
                                        outlook.leftIfAllApply()
                                                .orElse(Money.ZERO)
                                                .grouped()))
                                .orElse("")));
    }

    private ScenarioView.Section section(Scenario scenario, Impact impact, Outlook outlook) {
        MatterId matter = outlook.matter();
        boolean main = matter.equals(scenario.supposition().matter());
        Map<DivisionCode, Impact> towns =
                impact.by(town -> scenario.supposition().townOf(town));
        long widest = towns.values().stream()
                .mapToLong(town -> Math.abs(town.all().difference().fen()))
                .max()
                .orElse(0);
        return new ScenarioView.Section(
                main,
                phrases.matter(matter),
                kinds(scenario, matter, impact),
                towns.entrySet().stream()
                        .map(town -> street(phrases.area(town.getKey().value()), town.getValue(), widest))
                        .toList(),
                street(
                        Texts.t(T + "total"),
                        impact,
                        Math.abs(impact.all().difference().fen())),
                main && scenario.status() == Sweep.Status.DONE ? bars(whatIf.bands(scenario)) : List.of(),
                outlook.months().stream()
                        .map(line -> new ScenarioView.MonthRow(
                                Texts.month(line.month()),
                                line.now().grouped(),
                                signed(line.change()),
                                signed(line.newcomers())))
                        .toList(),
                year(outlook));
    }

    private static List<ScenarioView.Kind> kinds(Scenario scenario, MatterId matter, Impact impact) {
        return Arrays.stream(Effect.Kind.values())
                .flatMap(kind ->
                        Stream.of(true, false).map(receiving -> kind(scenario, matter, impact, kind, receiving)))
                .filter(kind -> !kind.subjects().equals("0"))
                .toList();
    }

    private static ScenarioView.Kind kind(
            Scenario scenario, MatterId matter, Impact impact, Effect.Kind kind, boolean receiving) {
        Counted counted = impact.of(line -> line.kind() == kind && line.receiving() == receiving);
        return new ScenarioView.Kind(
                Texts.t(T + "kind." + kind),
                Texts.t(receiving ? T + "receiving" : T + "not-receiving"),
                number(counted.subjects()),
                number(counted.persons()),
                signed(counted.difference()),
                kind.isListed()
                        ? "/whatif/" + scenario.id() + "/households?matter=" + matter + "&kind=" + kind + "&receiving="
                                + (receiving ? "YES" : "NO")
                        : "");
    }

    private static ScenarioView.Street street(String name, Impact impact, long widest) {
        Counted all = impact.all();
        return new ScenarioView.Street(
                name,
                all.before().grouped(),
                all.after().grouped(),
                signed(all.difference()),
                number(impact.of(Effect.Kind.MORE).subjects()),
                number(impact.of(Effect.Kind.LESS).subjects()),
                number(impact.of(Effect.Kind.NEWLY).subjects()),
                number(impact.of(Effect.Kind.NO_LONGER).subjects()),
                bar(name, signed(all.difference()), all.difference().fen(), widest));
    }

    private static List<Bar> bars(List<Band> bands) {
        long widest = bands.stream()
                .mapToLong(band -> Math.max(band.gaining(), band.losing()))
                .max()
                .orElse(0);
        return bands.stream()
                .flatMap(band -> Stream.of(
                        bar(label(band, "more"), number(band.gaining()), band.gaining(), widest),
                        bar(label(band, "less"), number(band.losing()), -band.losing(), widest)))
                .filter(bar -> !bar.value().equals("0"))
                .toList();
    }

    private static String label(Band band, String way) {
        String from = band.from().toYuan().toBigInteger().toString();
        return band.isOpen()
                ? Texts.t(T + "band." + way + ".open", from)
                : Texts.t(
                        T + "band." + way,
                        from,
                        band.until().toYuan().toBigInteger().toString());
    }

    private static Bar bar(String label, String value, long length, long widest) {
        int percent = widest == 0 ? 0 : (int) (100 * Math.abs(length) / widest);
        return new Bar(label, value, percent, length < 0);
    }

    static String number(long count) {
        return String.format("%,d", count);
    }

    /** With its sign, as a difference is read. */
    static String signed(Money money) {
        return (money.isPositive() ? "+" : "") + money.grouped();
    }

    private static String either(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
