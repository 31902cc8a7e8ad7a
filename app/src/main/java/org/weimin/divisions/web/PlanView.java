package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.weimin.divisions.Atlas;
import org.weimin.divisions.Conflict;
import org.weimin.divisions.Division;
import org.weimin.divisions.Opinion;
import org.weimin.divisions.Plan;
import org.weimin.divisions.Redrawing;
import org.weimin.divisions.Rehearsal;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** What the page of one plan prints. */
public record PlanView(
        Head head,
        List<Step> steps,
        String next,
        Drawing drawing,
        Rehearsed rehearsed,
        List<Said> opinions,
        Doors doors,
        Choices choices,
        String fault) {
    private static final List<String> OF_TABLES = List.of("divisions.conflict.behind", "divisions.conflict.collides");
    private static final int TOWN = 9;
    private static final int COMMUNITY = 12;

    /** What the request asked for, and what went wrong with it. */
    record Asked(LocalDate today, String town, Optional<Refused> refused) {}

    /** A plan in a list. */
    public record Head(
            String id,
            String title,
            String document,
            String reason,
            String on,
            String status,
            String tone,
            String drafter,
            String approver,
            String window) {
        static Head of(Plan plan) {
            return new Head(
                    plan.id().toString(),
                    plan.purpose().title(),
                    plan.purpose().document(),
                    plan.purpose().reason(),
                    plan.on().toString(),
                    t("divisions.plan.status." + plan.status().name()),
                    switch (plan.status()) {
                        case DRAFT, WITHDRAWN -> "";
                        case REHEARSED -> "info";
                        case CONSULTING, APPROVED -> "warn";
                        case CARRIED_OUT -> "ok";
                        case UNDONE -> "bad";
                    },
                    plan.hands().drafted().name() + " " + plan.hands().drafted().on(),
                    plan.hands()
                            .approved()
                            .map(hand -> hand.name() + " " + hand.on())
                            .orElse(""),
                    plan.window().until().isEmpty()
                            ? ""
                            : plan.window().from().orElseThrow() + " – "
                                    + plan.window().until().orElseThrow());
        }
    }

    /** One step of the road, and whether it is behind, now or ahead. */
    public record Step(String label, String state) {}

    /** The drawing: each new town with what it is made of, and how it looks. */
    public record Drawing(List<Becomes> rows, String counts, PlanPicture picture) {}

    public record Becomes(String kind, String before, String after, String afterCode, long villages) {}

    public record Rehearsed(
            boolean done, String at, String took, boolean stale, List<Group> groups, List<Problem> problems) {
        /** How many of the problems forbid nothing. */
        public long minds() {
            return problems.stream().filter(each -> !each.blocks()).count();
        }
    }

    /** How many rows of one kind are touched, and where each of them lies. */
    public record Group(String what, String table, long rows) {}

    public record Problem(boolean blocks, String text) {}

    public record Said(String giver, String stance, String words, String on) {}

    /** Which doors are open to the reader. */
    public record Doors(
            boolean mayChange,
            boolean mayRehearse,
            boolean mayConsult,
            boolean maySpeak,
            boolean mayApprove,
            String whyNotApprove,
            boolean mayCarryOut,
            boolean mayUndo,
            boolean mayWithdraw,
            String lastDay) {}

    /** What may be chosen from: towns of today, and the villages of one of them. */
    public record Choices(List<Option> towns, String town, List<Option> villages) {}

    static PlanView of(
            Plan plan,
            Atlas atlas,
            Map<DivisionCode, String> names,
            Optional<Rehearsal> rehearsal,
            List<Opinion> opinions,
            Asked asked) {
        return new PlanView(
                Head.of(plan),
                steps(plan),
                next(plan, rehearsal),
                drawing(plan, atlas, names),
                rehearsed(rehearsal),
                opinions.stream().map(PlanView::said).toList(),
                doors(plan, rehearsal, asked.today()),
                choices(plan, atlas, asked.town()),
                asked.refused().map(refused -> t(refused)).orElse(""));
    }

    private static List<Step> steps(Plan plan) {
        var road = List.of(
                Plan.Status.DRAFT,
                Plan.Status.REHEARSED,
                Plan.Status.CONSULTING,
                Plan.Status.APPROVED,
                Plan.Status.CARRIED_OUT);
        int at = plan.status() == Plan.Status.UNDONE ? road.size() : road.indexOf(plan.status());
        var steps = new ArrayList<Step>();
        for (int i = 0; i < road.size(); i++) {
            String state = i < at || plan.status() == Plan.Status.CARRIED_OUT ? "done" : i == at ? "current" : "";
            steps.add(new Step(t("divisions.plan.step." + road.get(i)), state));
        }
        return steps;
    }

    private static String next(Plan plan, Optional<Rehearsal> rehearsal) {
        if (!plan.stuck().isEmpty() && plan.status() == Plan.Status.APPROVED) {
            return t("divisions.plan.next.stuck");
        }
        if (plan.status() == Plan.Status.DRAFT) {
            boolean conflicts = rehearsal
                    .filter(found -> found.isOfThisPlan() && !found.mayGoOn())
                    .isPresent();
            return t("divisions.plan.next."
                    + (plan.redrawing().isEmpty() ? "EMPTY" : conflicts ? "CONFLICTS" : "DRAFT"));
        }
        return t("divisions.plan.next." + plan.status(), plan.on().toString());
    }

    private static Drawing drawing(Plan plan, Atlas atlas, Map<DivisionCode, String> names) {
        Redrawing redrawing = plan.redrawing();
        var befores = new TreeMap<DivisionCode, List<String>>();
        var villages = new TreeMap<DivisionCode, Long>();
        var kinds = new LinkedHashMap<DivisionCode, String>();
        var links = new ArrayList<PlanPicture.Link>();
        redrawing.lines().forEach((before, after) -> {
            String name = names.getOrDefault(before, atlas.nameOf(before));
            DivisionCode town = after.town();
            if (before.value().length() < COMMUNITY) {
                befores.computeIfAbsent(after, code -> new ArrayList<>()).add(name);
                kinds.putIfAbsent(after, t("divisions.kind." + redrawing.kind(before)));
                links.add(new PlanPicture.Link(
                        before, name, after, redrawing.names().getOrDefault(after, name)));
            } else {
                villages.merge(town, 1L, Long::sum);
                if (!redrawing.after(before.town()).equals(town)) {
                    String from = names.getOrDefault(before.town(), atlas.nameOf(before.town()));
                    String into = redrawing.names().getOrDefault(town, atlas.nameOf(town));
                    List<String> parts = befores.computeIfAbsent(town, code -> new ArrayList<>());
                    String part = t("divisions.plan.part-of", from);
                    if (!parts.contains(part)) {
                        parts.add(part);
                        links.add(new PlanPicture.Link(before.town(), from, town, into));
                    }
                    kinds.putIfAbsent(town, t("divisions.kind.SPLIT"));
                }
                if (before.equals(after)) {
                    befores.computeIfAbsent(after, code -> new ArrayList<>()).add(name);
                    kinds.putIfAbsent(after, t("divisions.kind.RENAME"));
                }
            }
        });
        List<Becomes> rows = befores.entrySet().stream()
                .map(each -> new Becomes(
                        kinds.getOrDefault(each.getKey(), ""),
                        String.join("、", each.getValue()),
                        redrawing.names().getOrDefault(each.getKey(), atlas.nameOf(each.getKey())),
                        each.getKey().value(),
                        villages.getOrDefault(each.getKey(), 0L)))
                .toList();
        return new Drawing(rows, counts(plan, atlas), PlanPicture.of(links));
    }

    /** 26 towns become 18: those that no line names stay as they are. */
    private static String counts(Plan plan, Atlas atlas) {
        if (plan.redrawing().isEmpty() || !plan.mayRehearse()) {
            return "";
        }
        long now = atlas.towns().size();
        long then = Stream.concat(
                        atlas.towns().stream().map(Division::code).map(plan.redrawing()::after),
                        plan.redrawing().names().keySet().stream()
                                .filter(code -> code.value().length() == TOWN))
                .distinct()
                .count();
        return t("divisions.plan.counts", now, then);
    }

    private static Rehearsed rehearsed(Optional<Rehearsal> rehearsal) {
        if (rehearsal.isEmpty()) {
            return new Rehearsed(false, "", "", false, List.of(), List.of());
        }
        Rehearsal found = rehearsal.get();
        var rows = new TreeMap<String, Long>();
        found.touches().forEach(touch -> rows.merge(touch.table(), touch.rows(), Long::sum));
        return new Rehearsed(
                true,
                found.at().atZone(BusinessClock.ZONE).toLocalDate().toString(),
                t(
                        "divisions.plan.seconds",
                        found.took().toMillis() / 1000,
                        found.took().toMillis() % 1000 / 100),
                !found.isOfThisPlan(),
                rows.entrySet().stream()
                        .map(each -> new Group(TouchedView.word(each.getKey()), each.getKey(), each.getValue()))
                        .sorted((a, b) -> Boolean.compare(
                                !Texts.has("divisions.moves." + a.table()), !Texts.has("divisions.moves." + b.table())))
                        .toList(),
                found.conflicts().stream().map(PlanView::problem).toList());
    }

    private static Problem problem(Conflict conflict) {
        Object[] details = conflict.details().toArray();
        if (OF_TABLES.contains(conflict.key())) {
            details[0] = TouchedView.word(conflict.details().getFirst());
        }
        return new Problem(conflict.blocks(), t(conflict.key(), details));
    }

    private static Said said(Opinion opinion) {
        return new Said(
                opinion.giver(),
                t("divisions.stance." + opinion.stance()),
                opinion.words(),
                opinion.on().toString());
    }

    private static Doors doors(Plan plan, Optional<Rehearsal> rehearsal, LocalDate today) {
        Actor actor = Acting.current();
        boolean drafts = actor.may("divisions.plan");
        boolean approves = actor.may("divisions.approve");
        boolean consulting = plan.status() == Plan.Status.CONSULTING;
        boolean ended =
                plan.window().until().filter(until -> !today.isBefore(until)).isPresent();
        boolean own = actor instanceof Actor.Staff staff
                && staff.id().equals(plan.hands().drafted().by());
        String whyNot = !consulting || !approves
                ? ""
                : own
                        ? t("divisions.plan.same-person", plan.hands().drafted().name())
                        : ended
                                ? ""
                                : t(
                                        "divisions.plan.window-open",
                                        plan.window().until().orElseThrow().toString());
        return new Doors(
                drafts && plan.isOpen(),
                drafts && plan.mayRehearse() && !plan.redrawing().isEmpty(),
                drafts
                        && plan.status() == Plan.Status.REHEARSED
                        && rehearsal.filter(Rehearsal::isOfThisPlan).isPresent(),
                drafts && consulting,
                approves && consulting && whyNot.isEmpty(),
                whyNot,
                approves && plan.status() == Plan.Status.APPROVED && !plan.on().isAfter(today),
                approves && plan.status() == Plan.Status.CARRIED_OUT && !own,
                drafts && (plan.isOpen() || plan.status() == Plan.Status.APPROVED),
                today.plusDays(7).toString());
    }

    private static Choices choices(Plan plan, Atlas atlas, String town) {
        List<Option> towns = atlas.towns().stream()
                .filter(each -> !plan.redrawing().lines().containsKey(each.code()))
                .map(each -> new Option(each.code().value(), each.name()))
                .toList();
        List<Option> villages = towns.stream().anyMatch(each -> each.value().equals(town))
                ? atlas.children(new DivisionCode(town)).stream()
                        .filter(code -> !plan.redrawing().lines().containsKey(code))
                        .map(code -> new Option(code.value(), atlas.nameOf(code)))
                        .toList()
                : List.of();
        return new Choices(towns, town, villages);
    }
}
