package org.weimin.linkage.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.access.Staffing;
import org.weimin.engine.LinkageTable;
import org.weimin.engine.LinkageTable.Rates;
import org.weimin.engine.Pack;
import org.weimin.engine.Window;
import org.weimin.kernel.MatterId;
import org.weimin.linkage.Gain;
import org.weimin.linkage.Integration;
import org.weimin.linkage.Integration.Received;
import org.weimin.linkage.IntegrationMap;
import org.weimin.linkage.IntegrationMap.Queue;
import org.weimin.linkage.IntegrationMap.Standing;
import org.weimin.linkage.Tie;
import org.weimin.linkage.web.EventsView.Status;
import org.weimin.linkage.web.IntegrationView.GainCells;
import org.weimin.linkage.web.IntegrationView.LineRow;
import org.weimin.linkage.web.IntegrationView.Shared;
import org.weimin.linkage.web.IntegrationView.TieRow;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** The integration map in words and rows. */
@Component
class IntegrationRows {
    private final Policy policy;
    private final EventWords words;
    private final Staffing staffing;

    IntegrationRows(Policy policy, EventWords words, Staffing staffing) {
        this.policy = policy;
        this.words = words;
        this.staffing = staffing;
    }

    static GainCells cells(Gain gain, Rates rates) {
        return new GainCells(
                gain.times(), gain.visits(), gain.papers(), days(gain), gain.savedMinutes(rates), gain.upkeepMinutes());
    }

    /** Measured days stand as they are; what is estimated says so. */
    private static IntegrationView.Days days(Gain gain) {
        boolean isMeasured = gain.days() == 0 || gain.measured() == gain.times();
        return new IntegrationView.Days(
                gain.days(), isMeasured ? String.valueOf(gain.days()) : Texts.t("linkage.days.about", gain.days()));
    }

    /** Where nothing is kept and nothing was saved there is nothing to judge. */
    static Status verdict(Gain gain, Rates rates) {
        if (gain.times() == 0 && gain.upkeepMinutes() == 0) {
            return new Status("–", "");
        }
        return gain.pays(rates)
                ? new Status(Texts.t("linkage.pays"), "ok")
                : new Status(Texts.t("linkage.not-yet"), "warn");
    }

    TieRow tie(Tie tie, Rates rates) {
        return new TieRow(
                "/integration/pairs/" + tie.one() + "/" + tie.other(),
                "/integration/done?line=" + tie.one() + "&other=" + tie.other(),
                Texts.t("linkage.pair", line(tie.one()), line(tie.other())),
                Circle.strength(tie),
                new IntegrationView.Shares(
                        tie.papers().count(),
                        tie.facts().count(),
                        tie.events().count(),
                        tie.people().count()),
                cells(tie.gain(), rates),
                verdict(tie.gain(), rates));
    }

    String line(String code) {
        return policy.packs().linkages().lines().stream()
                .filter(line -> line.code().equals(code))
                .map(line -> EventWords.either(line.title()))
                .findFirst()
                .orElse(code);
    }

    List<IntegrationView.Bundle> bundles(IntegrationMap map) {
        LinkageTable table = policy.packs().linkages();
        var bundles = new LinkedHashMap<String, List<LineRow>>();
        map.lines()
                .forEach(standing -> bundles.computeIfAbsent(standing.line().bundle(), bundle -> new ArrayList<>())
                        .add(row(standing)));
        return bundles.entrySet().stream()
                .map(entry ->
                        new IntegrationView.Bundle(EventWords.either(table.bundle(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static LineRow row(Standing standing) {
        Queue queue = standing.queue();
        return new LineRow(
                "/integration/lines/" + standing.line().code(),
                EventWords.either(standing.line().title()),
                standing.matters(),
                queue.open(),
                queue.late(),
                queue.closed(),
                queue.hands(),
                standing.receiving(),
                standing.monthly().grouped());
    }

    IntegrationView.LineView line(IntegrationMap map, Standing standing, Integration integration) {
        String code = standing.line().code();
        Map<MatterId, Queue> queues = integration.queues(code);
        Map<MatterId, Received> received = integration.received(code);
        List<Pack> packs = policy.packs().list().stream()
                .filter(pack -> pack.line().equals(code))
                .toList();
        return new IntegrationView.LineView(
                row(standing),
                packs.stream()
                        .map(IntegrationRows::accept)
                        .distinct()
                        .collect(Collectors.joining(Texts.t("linkage.and"))),
                packs.stream()
                        .map(pack -> matter(
                                pack,
                                queues.getOrDefault(pack.id(), Queue.EMPTY),
                                received.getOrDefault(pack.id(), Received.NOTHING)))
                        .toList(),
                integration.hands(code).stream()
                        .map(hand -> new IntegrationView.HandRow(staffing.name(hand.staff()), hand.open(), hand.late()))
                        .toList(),
                map.ties().stream()
                        .filter(tie -> tie.joins(code) && tie.hundredths() > 0)
                        .sorted(java.util.Comparator.comparingInt(Tie::hundredths)
                                .reversed())
                        .map(tie -> tie(tie, map.rates()))
                        .toList());
    }

    private IntegrationView.MatterRow matter(Pack pack, Queue queue, Received received) {
        return new IntegrationView.MatterRow(
                pack.id().value(),
                words.matter(pack.id()),
                accept(pack),
                queue.open(),
                queue.late(),
                queue.closed(),
                queue.hands(),
                pack.matter().isAid(),
                received.receiving(),
                received.monthly().grouped());
    }

    private static String accept(Pack pack) {
        return Texts.t("linkage.accept."
                + EventWords.word(pack.matter().window().accept().orElse(Window.Accept.SYSTEM)));
    }

    /** What both lines work with, by name, with the share that goes into the strength. */
    List<Shared> shared(Tie tie) {
        return List.of(
                shared("linkage.shared.papers", tie.papers(), paperTitles()),
                shared(
                        "linkage.shared.facts",
                        tie.facts(),
                        factTitles(tie.facts().names())),
                shared(
                        "linkage.shared.events",
                        tie.events(),
                        tie.events().names().stream().collect(Collectors.toMap(name -> name, words::kind))),
                shared("linkage.shared.people", tie.people(), Map.of()));
    }

    private static Shared shared(String key, Tie.Shared shared, Map<String, String> titles) {
        return new Shared(
                Texts.t(key),
                Texts.t("linkage.share", shared.count(), shared.ofSmaller()),
                shared.names().stream()
                        .map(name -> titles.getOrDefault(name, name))
                        .toList());
    }

    private Map<String, String> paperTitles() {
        var titles = new LinkedHashMap<String, String>();
        policy.packs().list().stream()
                .filter(pack -> !pack.editions().isEmpty())
                .flatMap(pack -> pack.editions().lastEntry().getValue().form().materials().stream())
                .forEach(paper -> titles.putIfAbsent(paper.id(), EventWords.either(paper.title())));
        return titles;
    }

    private Map<String, String> factTitles(List<String> names) {
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> policy.packs()
                                .dictionary()
                                .find(name)
                                .map(fact -> EventWords.either(fact.title()))
                                .orElse(name)));
    }
}
