package org.weimin.linkage.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkageTable;
import org.weimin.kernel.Acting;
import org.weimin.linkage.FilterResult;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEffect;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.web.EventView.Fact;
import org.weimin.linkage.web.EventsView.Named;
import org.weimin.linkage.web.EventsView.Status;
import org.weimin.shell.Texts;

/** 逐步说明: puts what was told, what was asked and what came of it into the order in which it happened. */
@Component
class EventSteps {
    private static final Map<String, String> PAGES =
            Map.of("case", "/cases/", "recheck", "/rechecks/", "draft", "/intake/", "register", "/registers/");
    private final Linkage linkage;
    private final EventWords words;

    EventSteps(Linkage linkage, EventWords words) {
        this.linkage = linkage;
        this.words = words;
    }

    EventView of(LinkedEvent event, Optional<EventView.Settling> settling) {
        List<LinkedEffect> effects = linkage.effects(event.id());
        return new EventView(
                head(event, effects),
                facts(event),
                linkage.filters(event.id()).stream().map(this::asked).toList(),
                effects.stream().map(effect -> effect(event, effect)).toList(),
                words.nothing(event.kind()),
                settling,
                linkage.otherContent(event.id()).stream().map(this::other).toList());
    }

    private EventView.Head head(LinkedEvent event, List<LinkedEffect> effects) {
        boolean toDo = effects.stream().anyMatch(effect -> effect.status() == LinkedEffect.Status.PLANNED);
        String next = event.status() == LinkedEvent.Status.DONE && toDo ? "todo" : EventWords.word(event.status());
        return new EventView.Head(
                "/events/" + event.id(),
                words.kind(event.kind()),
                words.whom(event.about()),
                status(event.status()),
                Texts.t("linkage.next." + next));
    }

    private static Status status(LinkedEvent.Status status) {
        return new Status(Texts.t("linkage.status." + EventWords.word(status)), EventWords.badge(status));
    }

    private List<Fact> facts(LinkedEvent event) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("linkage.happened", event.happenedOn().toString()));
        long days = ChronoUnit.DAYS.between(event.happenedOn(), event.told().on());
        facts.add(fact(
                "linkage.reported",
                days > 0
                        ? Texts.t("linkage.reported-after", event.told().on().toString(), days)
                        : event.told().on().toString()));
        facts.add(fact("linkage.source", words.source(event.origin())));
        facts.add(fact("linkage.place", words.place(event.area())));
        event.details()
                .forEach((detail, value) ->
                        facts.add(fact("linkage.detail." + EventWords.word(detail), words.detail(detail, value))));
        if (!event.handling().settledWhy().isEmpty()) {
            facts.add(fact(
                    "linkage.decided." + EventWords.word(event.handling().decided()),
                    event.handling().settledWhy()));
        }
        String version = event.handling().tableVersion();
        if (!version.isEmpty()) {
            facts.add(fact("linkage.table-version", version.substring(0, Math.min(12, version.length()))));
        }
        return facts;
    }

    private static Fact fact(String key, String value) {
        return new Fact(Texts.t(key), value);
    }

    private EventView.Asked asked(FilterResult result) {
        boolean failed = result.outcome() == FilterResult.Outcome.FAILED;
        String badge = switch (result.outcome()) {
            case PASSED -> "ok";
            case FAILED -> "bad";
            case NOT_ASSESSED -> "";
        };
        return new EventView.Asked(
                result.no(),
                EventWords.either(linkage.table().title(result.filter())),
                new Status(Texts.t("linkage.outcome." + EventWords.word(result.outcome())), badge),
                failed ? Texts.t(result.code(), result.why().detail()) : "");
    }

    private EventView.Effect effect(LinkedEvent event, LinkedEffect effect) {
        Optional<LinkCell> cell = cell(event, effect);
        boolean settles = Acting.current().may("linkage.settle");
        return new EventView.Effect(
                effect.id().toString(),
                new EventView.What(
                        words.matter(effect.target().matter()),
                        EventWords.effect(effect.effect()),
                        words.whom(effect.target().about()),
                        Texts.t("linkage.whom."
                                + EventWords.word(effect.target().whom())),
                        during(effect)),
                cell.map(this::why).orElse(new EventView.Why(Texts.t("linkage.why.earlier-table"), "", "")),
                new Status(
                        Texts.t("linkage.done." + EventWords.word(effect.status())), EventWords.badge(effect.status())),
                result(effect),
                new EventView.Doors(
                        settles && effect.effect() == LinkEffect.SUSPEND && effect.inForce(),
                        settles && effect.status() == LinkedEffect.Status.PLANNED));
    }

    private static String during(LinkedEffect effect) {
        return effect.during()
                .until()
                .map(until -> Texts.t(
                        "linkage.from-until",
                        effect.from().toString(),
                        until.minusDays(1).toString()))
                .orElseGet(() -> Texts.t("linkage.from", effect.from().toString()));
    }

    private Optional<LinkCell> cell(LinkedEvent event, LinkedEffect effect) {
        return linkage.table().cells(event.kind(), effect.target().matter()).stream()
                .filter(cell -> cell.whom() == effect.target().whom())
                .findFirst();
    }

    private EventView.Why why(LinkCell cell) {
        return new EventView.Why(EventWords.either(cell.because()), cell.article(), gate(linkage.table(), cell));
    }

    /** How it stands with the hearing; empty where nothing is taken away. */
    static String gate(LinkageTable table, LinkCell cell) {
        return cell.passesHearing()
                ? Texts.t("linkage.gate.hearing")
                : table.exemption(cell.gate())
                        .map(exemption -> Texts.t("linkage.gate.exempt", EventWords.either(exemption.because())))
                        .orElse("");
    }

    private EventView.Result result(LinkedEffect effect) {
        var saved = effect.saved();
        boolean counts =
                effect.status() == LinkedEffect.Status.DONE && saved.visits() + saved.papers() + saved.days() > 0;
        return new EventView.Result(
                effect.difference().fen() == 0 ? "" : effect.difference().grouped(),
                led(effect.reference()),
                counts ? Texts.t("linkage.saved", saved.visits(), saved.papers(), saved.days()) : "");
    }

    private static Named led(LinkedEffect.Reference reference) {
        String page = PAGES.getOrDefault(reference.kind(), "");
        return reference.equals(LinkedEffect.Reference.NONE)
                ? new Named("", "")
                : new Named(Texts.t("linkage.led." + reference.kind()), page.isEmpty() ? "" : page + reference.id());
    }

    private Fact other(LinkedEvent told) {
        return new Fact(
                words.kind(told.kind()),
                Texts.t(
                        "linkage.other-content.line",
                        words.whom(told.about()).name(),
                        told.happenedOn().toString()));
    }
}
