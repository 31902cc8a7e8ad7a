package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.Acting;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PairId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.DuplicatePair;
import org.weimin.people.Duplicates;
import org.weimin.people.Hanging;
import org.weimin.people.Likeness;
import org.weimin.people.Merge;
import org.weimin.people.MergeConcern;
import org.weimin.people.MergePlan;
import org.weimin.people.MergePlan.Field;
import org.weimin.people.Merging;
import org.weimin.people.People;
import org.weimin.people.Rehearsal;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 对照与合并: two records side by side, what hangs on each, and the choice: one person or two. */
@Controller
class PairPage {
    private final Duplicates duplicates;
    private final Merging merging;
    private final People people;
    private final SideBySide sideBySide;

    PairPage(Duplicates duplicates, Merging merging, People people, SideBySide sideBySide) {
        this.duplicates = duplicates;
        this.merging = merging;
        this.people = people;
        this.sideBySide = sideBySide;
    }

    /** What is chosen on the page, as the form says it. */
    record Chosen(
            @Nullable String survivor,
            @Nullable Set<String> take,
            @Nullable Set<String> prefer) {
        MergePlan of(DuplicatePair pair) {
            try {
                PersonId stays = survivor == null || survivor.isBlank() ? pair.one() : PersonId.of(survivor);
                if (!stays.equals(pair.one()) && !stays.equals(pair.other())) {
                    throw new NotFound(stays);
                }
                var taken = new HashSet<Field>();
                for (String field : take == null ? Set.<String>of() : take) {
                    taken.add(Field.valueOf(field));
                }
                PersonId goes = stays.equals(pair.one()) ? pair.other() : pair.one();
                return new MergePlan(stays, goes, taken, prefer == null ? Set.of() : prefer);
            } catch (IllegalArgumentException malformed) {
                throw new NotFound(this);
            }
        }
    }

    @GetMapping("/people/duplicates/{id}")
    @Requires("people.duplicates")
    Page pair(@PathVariable String id, Chosen chosen) {
        DuplicatePair pair = duplicates.get(PairId.of(id));
        return Page.of("people/pair", view(pair, chosen.of(pair), ""));
    }

    @PostMapping("/people/duplicates/{id}/rule-out")
    @Requires("people.merge")
    Page ruleOut(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        DuplicatePair pair = duplicates.get(PairId.of(id));
        try {
            duplicates.ruleOut(pair.id(), reason);
            return Page.redirect(
                    next(pair).orElse("/people/duplicates"),
                    "people.duplicates.ruled-out",
                    people.person(pair.one()).name(),
                    people.person(pair.other()).name());
        } catch (Refused refused) {
            return invalid(pair, new Chosen(null, null, null).of(pair), refused);
        }
    }

    @PostMapping("/people/duplicates/{id}/merge")
    @Requires("people.merge")
    Page merge(@PathVariable String id, Chosen chosen, @RequestParam(defaultValue = "") String reason) {
        DuplicatePair pair = duplicates.get(PairId.of(id));
        MergePlan plan = chosen.of(pair);
        try {
            Merge merge = merging.merge(plan, reason);
            return merge.status() == Merge.Status.DONE
                    ? Page.redirect("/people/merges/" + merge.id(), "people.merge.done")
                    : Page.redirect("/people/merges/" + merge.id(), "people.merge.proposed");
        } catch (Refused refused) {
            return invalid(pair, plan, refused);
        }
    }

    /** Whoever has answered one pair is led to the next. */
    private Optional<String> next(DuplicatePair pair) {
        return duplicates.after(pair).map(after -> "/people/duplicates/" + after.id());
    }

    private Page invalid(DuplicatePair pair, MergePlan plan, Refused refused) {
        return Page.invalid("people/pair", view(pair, plan, t(refused)));
    }

    private PairView view(DuplicatePair pair, MergePlan plan, String error) {
        List<Integer> digits = duplicates.lookAt(pair);
        boolean open = pair.status() == DuplicatePair.Status.OPEN;
        Optional<Rehearsal> rehearsal = Optional.empty();
        String hindrance = error;
        if (open && Acting.current().may("people.merge")) {
            try {
                rehearsal = Optional.of(merging.rehearse(plan));
            } catch (Refused refused) {
                hindrance = error.isEmpty() ? t(refused) : error;
            }
        }
        String href = "/people/duplicates/" + pair.id();
        return new PairView(
                href,
                new PairView.Sides(
                        plan.survivor().toString(),
                        people.person(plan.survivor()).name(),
                        plan.merged().toString(),
                        people.person(plan.merged()).name(),
                        href + "?survivor=" + plan.merged(),
                        next(pair).orElse("")),
                why(pair),
                sideBySide.fields(plan, digits),
                rehearsal
                        .map(trial -> hanging(trial, href))
                        .orElseGet(() -> new PairView.Hanging(List.of(), List.of(), List.of())),
                stand(pair),
                new PairView.May(
                        open && Acting.current().may("people.merge"),
                        rehearsal.map(Rehearsal::isPossible).orElse(false),
                        rehearsal.map(Rehearsal::needsSecondPerson).orElse(false)),
                hindrance);
    }

    private static PairView.Why why(DuplicatePair pair) {
        return new PairView.Why(
                pair.score().toPlainString(),
                LikenessWords.confidence(pair.confidence()),
                LikenessWords.badge(pair.confidence()),
                pair.reasons().stream()
                        .sorted(Comparator.comparingInt(
                                        (Likeness each) -> each.field().equals("start") ? 0 : 1)
                                .thenComparing(Comparator.comparingInt(Likeness::tenths)
                                        .reversed()))
                        .map(reason -> new PairView.Reason(
                                LikenessWords.of(reason),
                                LikenessWords.points(reason),
                                reason.tenths() < 0 ? "idle" : "ok"))
                        .toList());
    }

    private static PairView.Hanging hanging(Rehearsal rehearsal, String href) {
        return new PairView.Hanging(
                rehearsal.hangings().stream()
                        .filter(each -> each.onSurvivor() + each.onMerged() > 0)
                        .map(each -> hung(each, href))
                        .toList(),
                rehearsal.left().stream()
                        .map(clash -> new PairView.Clash(
                                clash.table(),
                                t("people.pair.clash", words(clash.table()), clash.rows()),
                                clash.settledBefore(),
                                clash.chosen()))
                        .toList(),
                rehearsal.said().stream()
                        .map(said ->
                                new PairView.Note(note(said.finding()), said.weight() == MergeConcern.Weight.REFUSED))
                        .toList());
    }

    static String note(Merge.Finding finding) {
        return t(finding.code(), finding.arguments().toArray());
    }

    private static PairView.Hung hung(Hanging hanging, String href) {
        return new PairView.Hung(
                words(hanging.table(), hanging.column()),
                t(hanging.stays() ? "people.pair.stays" : "people.pair.follows"),
                hanging.onSurvivor(),
                hanging.onMerged(),
                href + "/rows?table=" + hanging.table() + "&column=" + hanging.column() + "&person=");
    }

    /** What a column of a table is called; most often what the table is. */
    static String words(String table, String column) {
        String key = "people.hangs." + table + "." + column;
        return Texts.has(key) ? t(key) : words(table);
    }

    static String words(String table) {
        return t("people.hangs." + table);
    }

    private static PairView.Stand stand(DuplicatePair pair) {
        String words = t("people.duplicates.status." + pair.status());
        if (pair.ruling().isPresent()) {
            DuplicatePair.Ruling ruling = pair.ruling().get();
            words = pair.changed().isEmpty()
                    ? t("people.pair.ruled", ruling.by(), ruling.on().toString(), ruling.reason())
                    : t("people.pair.reopened", ruling.by(), ruling.on().toString(), ruling.reason(), changed(pair));
        } else if (pair.status() == DuplicatePair.Status.OPEN) {
            words = t("people.pair.open", pair.foundOn().toString());
        }
        return new PairView.Stand(pair.status() == DuplicatePair.Status.OPEN, words);
    }

    private static String changed(DuplicatePair pair) {
        return String.join(
                t("people.likeness.and"),
                pair.changed().stream()
                        .map(field -> t("people.pair.field." + field))
                        .toList());
    }
}
