package org.weimin.casework.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CasePanel;
import org.weimin.casework.internal.CaseChecks;
import org.weimin.casework.internal.Recusal;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckWords;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.shell.Texts;

/** 核对: the section of a case that shows what was asked of whom, and what differs. */
@Component
class ChecksPanel {
    private final CaseChecks checks;
    private final Recusal recusal;
    private final People people;
    private final BusinessClock clock;

    ChecksPanel(CaseChecks checks, Recusal recusal, People people, BusinessClock clock) {
        this.checks = checks;
        this.recusal = recusal;
        this.people = people;
        this.clock = clock;
    }

    ChecksView of(CaseFile file) {
        List<CheckRequest> requests = checks.requests(file);
        return new ChecksView(
                file.id().toString(),
                ask(file, requests),
                persons(requests),
                checks.conflicts(file).stream()
                        .filter(each -> each.status() != CheckConflict.Status.MOOT)
                        .map(each -> difference(file, each))
                        .toList());
    }

    private ChecksView.Ask ask(CaseFile file, List<CheckRequest> requests) {
        var needed = checks.needed(file);
        String items = String.join(
                Texts.t("casework.checks.comma"),
                needed.stream().map(item -> CheckWords.in(item.title())).toList());
        long standing =
                requests.stream().map(each -> each.item().id()).distinct().count();
        String why = "";
        if (!Acting.current().may("casework.handle")) {
            why = Texts.t("casework.why.handler");
        } else if (!checks.mayAsk(file)) {
            why = Texts.t("casework.checks.decided");
        } else if (recusal.isPartial(Acting.staff(), file)) {
            why = Texts.t("casework.why.recused");
        }
        return new ChecksView.Ask(why.isEmpty(), why, items, (int) Math.max(0, needed.size() - standing));
    }

    private List<ChecksView.PersonLines> persons(List<CheckRequest> requests) {
        Map<String, List<CheckRequest>> byPerson = new LinkedHashMap<>();
        requests.forEach(each -> byPerson.computeIfAbsent(each.of().personName(), ignored -> new ArrayList<>())
                .add(each));
        LocalDate today = clock.today();
        return byPerson.entrySet().stream()
                .map(entry -> {
                    List<CheckRequest> own = entry.getValue();
                    long answered =
                            own.stream().filter(each -> !each.status().isOpen()).count();
                    boolean trouble = own.stream().anyMatch(each -> CheckWords.isTrouble(each, today));
                    return new ChecksView.PersonLines(
                            entry.getKey(),
                            Texts.t("casework.checks.summary", own.size(), answered),
                            trouble || byPerson.size() == 1,
                            own.stream().map(this::line).toList());
                })
                .toList();
    }

    private ChecksView.Line line(CheckRequest request) {
        LocalDate today = clock.today();
        return new ChecksView.Line(
                "/checks/" + request.id(),
                CheckWords.in(request.item().title()),
                CheckWords.in(request.item().bureau().title()),
                CheckWords.state(request, today),
                CheckWords.tone(request, today),
                CheckWords.detail(request, today));
    }

    private ChecksView.Difference difference(CaseFile file, CheckConflict conflict) {
        String who = conflict.subject() instanceof Subject.OfPerson(var person)
                ? people.person(person).name()
                : Texts.t("facts.panel.household");
        String gap =
                CheckWords.difference(conflict).map(BigDecimal::toPlainString).orElse("");
        String tone = switch (conflict.status()) {
            case OPEN -> "bad";
            case ASKED -> "warn";
            case TAKEN, KEPT, MOOT -> "ok";
        };
        return new ChecksView.Difference(
                "/cases/" + file.id() + "/checks/" + conflict.id(),
                who,
                CheckWords.field(conflict),
                new ChecksView.Sides(
                        CheckWords.declared(conflict),
                        Texts.t("facts.source." + conflict.declared().source()),
                        CheckWords.found(conflict),
                        conflict.found().source(),
                        gap),
                Texts.t("facts.conflict.status." + conflict.status()),
                tone,
                !conflict.status().isSettled() && Acting.current().may("casework.handle"),
                conflict.settlement().reason());
    }

    /** Adds the section to the page. */
    @Configuration(proxyBeanMethods = false)
    static class Section {
        @Bean
        static CasePanel checksOfCase(ChecksPanel panel) {
            return new CasePanel("casework.checks.title", "casework/checks", 10, "facts.view", panel::of);
        }
    }
}
