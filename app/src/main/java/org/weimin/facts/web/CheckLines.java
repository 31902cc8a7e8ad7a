package org.weimin.facts.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckWords;
import org.weimin.facts.internal.AnswerStore.Fate;
import org.weimin.facts.internal.CheckCatalogue;
import org.weimin.facts.internal.CheckDesk;
import org.weimin.facts.internal.FactWords;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.Texts;

/** Checks as lines of text. */
final class CheckLines {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CheckLines() {}

    static CheckView.Line line(CheckRequest request, LocalDate today) {
        return new CheckView.Line(
                "/checks/" + request.id(),
                "/cases/" + request.of().caseFile() + "#checks",
                request.of().caseNumber(),
                request.of().personName(),
                CheckWords.in(request.item().title()),
                CheckWords.in(request.item().bureau().title()),
                Texts.date(request.dates().dueOn()),
                new CheckView.State(
                        CheckWords.state(request, today),
                        CheckWords.tone(request, today),
                        CheckWords.detail(request, today)));
    }

    static List<CheckView.Field> fields(CheckRequest request, Map<String, String> typed) {
        return request.item().answers().stream()
                .map(answer -> CheckCatalogue.recordedAs(answer.fact()))
                .map(name -> new CheckView.Field(name, FactWords.title(name), typed.getOrDefault("v." + name, "")))
                .toList();
    }

    static CheckView.Answer answer(CheckDesk.Said said) {
        Fate fate = said.answer().fate();
        String what =
                fate == Fate.REFUSED ? CheckWords.failure(said.answer().refusal()) : Texts.t("facts.fate." + fate);
        String tone = switch (fate) {
            case ACCEPTED -> "ok";
            case PARTIAL, CONTRADICTS -> "warn";
            case REFUSED -> "bad";
            case REPEATED, REPLACED -> "idle";
        };
        return new CheckView.Answer(
                MINUTE.format(ZonedDateTime.ofInstant(said.answer().receivedAt(), BusinessClock.ZONE)),
                Texts.t("facts.channel." + said.answer().arrival().channel()),
                what,
                tone,
                said.answer().arrival().reference(),
                said.values().stream().map(CheckLines::value).toList());
    }

    private static String value(org.weimin.facts.internal.AnswerStore.Value value) {
        String until = value.valid().until().map(day -> "–" + day).orElse("");
        return FactWords.title(value.name()) + " " + FactWords.shown(value.name(), value.value()) + " （"
                + value.valid().from() + until + "）";
    }
}
