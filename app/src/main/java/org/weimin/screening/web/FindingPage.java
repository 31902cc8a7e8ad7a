package org.weimin.screening.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.screening.Finding;
import org.weimin.screening.Finding.Kind;
import org.weimin.screening.Found;
import org.weimin.screening.Screening;
import org.weimin.screening.Sweep;
import org.weimin.screening.SweepId;
import org.weimin.screening.Task;
import org.weimin.screening.Visits;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 一条发现: with the reasons of the interpreter, asked at this moment as of the day of the sweep. */
@Controller
class FindingPage {
    private static final int DAYS_TO_VISIT = 10;
    private final Screening screening;
    private final Visits visits;
    private final Phrases phrases;
    private final Visitors visitors;
    private final Explaining explaining;
    private final BusinessClock clock;

    FindingPage(
            Screening screening,
            Visits visits,
            Phrases phrases,
            Visitors visitors,
            Explaining explaining,
            BusinessClock clock) {
        this.screening = screening;
        this.visits = visits;
        this.phrases = phrases;
        this.visitors = visitors;
        this.explaining = explaining;
        this.clock = clock;
    }

    @GetMapping("/screening/{id}/findings/{matter}/{subject}")
    @Requires("screening.view")
    Page show(@PathVariable String id, @PathVariable String matter, @PathVariable UUID subject) {
        Sweep sweep = screening.get(SweepId.of(id));
        Found found = visits.look(sweep.id(), matterId(matter), subject);
        Finding finding = found.finding();
        var others = visits.of(sweep.id(), finding.household()).stream()
                .filter(other -> !other.equals(finding))
                .map(other -> new FindingView.Other(
                        path(sweep.id(), other),
                        phrases.matter(other.matter()),
                        Phrases.kind(other.kind()),
                        other.amount().isPositive() ? other.amount().grouped() : ""))
                .toList();
        return Page.of(
                "screening/finding",
                new FindingView(
                        new FindingView.Head(
                                path(sweep.id(), finding),
                                found.name(),
                                Phrases.kind(finding.kind()),
                                badge(finding.kind()),
                                phrases.matter(finding.matter()),
                                Texts.t("screening.explain." + finding.kind())),
                        facts(sweep, found),
                        doors(found),
                        others,
                        explaining.of(finding, sweep.asOf())));
    }

    @PostMapping("/screening/{id}/findings/{matter}/{subject}/visit")
    @Requires("screening.assign")
    Page assign(
            @PathVariable String id,
            @PathVariable String matter,
            @PathVariable UUID subject,
            @RequestParam String to,
            @RequestParam String dueOn) {
        var sweep = screening.get(SweepId.of(id)).id();
        visits.assign(sweep, matterId(matter), subject, StaffId.of(to), FindingsPage.day(dueOn));
        return Page.redirect("/screening/" + id + "/findings/" + matter + "/" + subject, "screening.sent", 1);
    }

    @PostMapping("/screening/{id}/findings/{matter}/{subject}/report")
    @Requires("screening.visit")
    Page report(
            @PathVariable String id,
            @PathVariable String matter,
            @PathVariable UUID subject,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String note) {
        var sweep = screening.get(SweepId.of(id)).id();
        visits.report(sweep, matterId(matter), subject, resultOf(result), note);
        return Page.redirect("/screening/" + id + "/findings/" + matter + "/" + subject, "screening.reported");
    }

    private List<FindingView.Fact> facts(Sweep sweep, Found found) {
        var finding = found.finding();
        var facts = new ArrayList<FindingView.Fact>();
        facts.add(new FindingView.Fact(
                Texts.t("screening.area"), phrases.area(finding.area().value())));
        facts.add(new FindingView.Fact(Texts.t("screening.address"), found.address()));
        facts.add(new FindingView.Fact(Texts.t("screening.as-of"), sweep.asOf().toString()));
        String why = phrases.reason(finding.matter(), finding.kind(), finding.reason());
        if (!why.isEmpty()) {
            facts.add(new FindingView.Fact(Texts.t("screening.why"), why));
        }
        facts.add(new FindingView.Fact(
                Texts.t("screening.amount"), finding.amount().grouped()));
        facts.add(new FindingView.Fact(
                Texts.t("screening.received"), finding.received().grouped()));
        var vouching = finding.vouching();
        facts.add(new FindingView.Fact(
                Texts.t("screening.confidence"),
                Texts.t(
                        "screening.vouching",
                        vouching.facts(),
                        vouching.checked(),
                        vouching.oldestOn().map(Object::toString).orElse("–"))));
        facts.add(new FindingView.Fact(Texts.t("screening.visit"), FindingsView.visit(found)));
        found.task()
                .flatMap(Task::report)
                .map(Task.Report::note)
                .filter(note -> !note.isEmpty())
                .ifPresent(note -> facts.add(new FindingView.Fact(Texts.t("screening.note"), note)));
        return facts;
    }

    private FindingView.Doors doors(Found found) {
        var finding = found.finding();
        boolean worked = finding.kind().isWorkedThrough();
        boolean mayAssign = worked && Acting.current().may("screening.assign");
        boolean open = found.task().isPresent() && found.isOpen();
        return new FindingView.Doors(
                mayAssign,
                worked && open && Acting.current().may("screening.visit"),
                mayAssign ? visitors.of(finding.area()) : List.of(),
                Arrays.stream(Task.Result.values())
                        .map(result -> new Option(result.name(), Texts.t("screening.result." + result)))
                        .toList(),
                clock.today().plusDays(DAYS_TO_VISIT).toString(),
                links(finding));
    }

    /** Where a case begins that follows from the finding; the finding itself decides nothing. */
    private static List<Option> links(Finding finding) {
        var links = new ArrayList<Option>();
        if (finding.kind() == Kind.ENTITLED_NOT_RECEIVING && Acting.current().may("intake.apply")) {
            links.add(new Option(
                    "/intake/new?household=" + finding.household() + "&matter=" + finding.matter() + person(finding),
                    Texts.t("screening.apply")));
        }
        if (finding.kind() == Kind.RECEIVING_NOT_ENTITLED && Acting.current().may("casework.handle")) {
            links.add(new Option("/cases/stop/new?household=" + finding.household(), Texts.t("screening.review")));
        }
        links.add(new Option("/households/" + finding.household(), Texts.t("screening.household")));
        return links;
    }

    private static String person(Finding finding) {
        return finding.subject() instanceof Subject.OfPerson(var person) ? "&person=" + person : "";
    }

    private static String badge(Kind kind) {
        return switch (kind) {
            case RECEIVING_NOT_ENTITLED -> "bad";
            case ENTITLED_NOT_RECEIVING, AMOUNT_DIFFERS -> "warn";
            case CANNOT_TELL -> "info";
            default -> "ok";
        };
    }

    private static String path(SweepId sweep, Finding finding) {
        return "/screening/" + sweep + "/findings/" + finding.matter() + "/"
                + finding.subject().id();
    }

    private static MatterId matterId(String matter) {
        try {
            return new MatterId(matter);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(matter);
        }
    }

    private static Task.Result resultOf(String result) {
        try {
            return Task.Result.valueOf(result);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("screening.no-result");
        }
    }
}
