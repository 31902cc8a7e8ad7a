package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.HangingRow;
import org.weimin.people.Hangings;
import org.weimin.people.Merge;
import org.weimin.people.Merge.Status;
import org.weimin.people.Merging;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 合并记录: what waits for a second person, what was done, and how it is taken back. */
@Controller
class MergesPage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Merging merging;
    private final Hangings hangings;
    private final People people;

    MergesPage(Merging merging, Hangings hangings, People people) {
        this.merging = merging;
        this.hangings = hangings;
        this.people = people;
    }

    @GetMapping("/people/merges")
    @Requires("people.duplicates")
    View list(@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String format) {
        Status asked;
        try {
            asked = status.isBlank() ? Status.PROPOSED : Status.valueOf(status);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(status);
        }
        List<MergeView.Line> lines =
                merging.list(asked).stream().map(this::line).toList();
        return format.equals("xlsx")
                ? workbook(lines)
                : Page.of(
                        "people/merges",
                        new MergeView.Listed(
                                asked.name(),
                                lines,
                                Arrays.stream(Status.values())
                                        .map(each -> new Option(each.name(), words(each)))
                                        .toList()));
    }

    @GetMapping("/people/merges/{id}")
    @Requires("people.duplicates")
    Page merge(@PathVariable String id) {
        return Page.of("people/merge", view(merging.get(MergeId.of(id)), ""));
    }

    @PostMapping("/people/merges/{id}/confirm")
    @Requires("people.merge-confirm")
    Page confirm(@PathVariable String id) {
        return act(id, "people.merge.done", merge -> merging.confirm(merge));
    }

    @PostMapping("/people/merges/{id}/reject")
    @Requires("people.merge-confirm")
    Page reject(@PathVariable String id) {
        return act(id, "people.merge.rejected", merging::reject);
    }

    @PostMapping("/people/merges/{id}/undo")
    @Requires("people.merge-undo")
    Page undo(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Set<String> give) {
        Set<String> chosen = give == null ? Set.of() : give;
        return act(id, "people.merge.undone", merge -> {
            List<HangingRow> given = hangings.since(merging.get(merge)).stream()
                    .filter(row -> chosen.contains(row.key()))
                    .toList();
            merging.undo(merge, given, reason);
        });
    }

    /** One step with a merge. */
    @FunctionalInterface
    private interface Step {
        void with(MergeId merge);
    }

    private Page act(String id, String doneKey, Step step) {
        Merge merge = merging.get(MergeId.of(id));
        try {
            step.with(merge.id());
            return Page.redirect("/people/merges/" + merge.id(), doneKey);
        } catch (Refused refused) {
            return Page.invalid("people/merge", view(merge, t(refused)));
        }
    }

    private MergeView view(Merge merge, String error) {
        Actor actor = Acting.current();
        boolean mayUndo = merge.status() == Status.DONE && actor.may("people.merge-undo");
        var plan = merge.plan();
        return new MergeView(
                "/people/merges/" + merge.id(),
                new MergeView.Sides(side(plan.survivor()), side(plan.merged())),
                words(merge.status()),
                badge(merge.status()),
                merge.reason(),
                steps(merge),
                plan.taken().stream()
                        .sorted()
                        .map(field -> t("people.merge.field." + field))
                        .toList(),
                merge.findings().stream().map(PairPage::note).toList(),
                new MergeView.May(
                        merge.status() == Status.PROPOSED && actor.may("people.merge-confirm"),
                        mayUndo,
                        mayUndo
                                ? hangings.since(merge).stream()
                                        .map(RowsPage::line)
                                        .toList()
                                : List.of()),
                error);
    }

    private MergeView.Side side(PersonId id) {
        Person person = people.person(id);
        return new MergeView.Side(id.toString(), person.name(), person.idNumberMasked());
    }

    private static List<MergeView.Step> steps(Merge merge) {
        var steps = new ArrayList<MergeView.Step>();
        steps.add(new MergeView.Step(
                t("people.merge.step.proposed"),
                merge.proposal().name(),
                merge.proposal().on().toString()));
        Optional<String> doneAt = merge.doneAt().map(at -> MINUTE.format(at.atZone(BusinessClock.ZONE)));
        doneAt.ifPresent(at -> steps.add(new MergeView.Step(
                t("people.merge.step.done"),
                merge.confirmedBy().orElse(merge.proposal().name()),
                at)));
        merge.undoing()
                .ifPresent(undoing -> steps.add(new MergeView.Step(
                        t("people.merge.step.undone", undoing.reason()),
                        "",
                        undoing.on().toString())));
        return steps;
    }

    private MergeView.Line line(Merge merge) {
        return new MergeView.Line(
                "/people/merges/" + merge.id(),
                people.person(merge.plan().survivor()).name(),
                people.person(merge.plan().merged()).name(),
                merge.proposal().name(),
                merge.proposal().on().toString(),
                merge.findings().stream().map(PairPage::note).collect(Collectors.joining(" ")),
                merge.reason());
    }

    private static String words(Status status) {
        return t("people.merge.status." + status);
    }

    private static String badge(Status status) {
        return switch (status) {
            case PROPOSED -> "warn";
            case DONE -> "ok";
            case REJECTED, UNDONE -> "idle";
        };
    }

    private static Download workbook(List<MergeView.Line> lines) {
        List<Column<MergeView.Line>> columns = List.of(
                new Column<>(t("people.merge.survivor"), 14, MergeView.Line::survivor),
                new Column<>(t("people.merge.merged"), 14, MergeView.Line::merged),
                new Column<>(t("people.merge.by"), 12, MergeView.Line::by),
                new Column<>(t("people.merge.on"), 12, MergeView.Line::on),
                new Column<>(t("people.merge.reason"), 40, MergeView.Line::reason),
                new Column<>(t("people.merge.notes"), 60, MergeView.Line::notes));
        return Download.workbook("merges.xlsx", out -> Workbooks.write(out, t("people.merges.title"), columns, lines));
    }
}
