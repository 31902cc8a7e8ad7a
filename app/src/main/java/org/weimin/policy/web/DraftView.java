package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Optional;
import org.weimin.engine.GoldenCase;
import org.weimin.engine.Pack;
import org.weimin.engine.PackFault;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.Draft.Status;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** What the page of one draft prints. */
public record DraftView(
        Head head,
        Doors doors,
        List<Step> steps,
        List<ValueRow> values,
        List<BlockRow> blocks,
        Files files,
        Golden golden,
        ValueForm form,
        Optional<Fault> fault) {

    public record Head(
            String id,
            String title,
            String matter,
            String matterTitle,
            String from,
            String document,
            String author,
            DraftsView.Badge status,
            String next,
            String review) {}

    /** What may be done now, by whoever looks. */
    public record Doors(
            boolean mayChange, boolean mayCheck, boolean maySubmit, boolean mayReview, String whyNotReview) {}

    public record Step(String label, String state) {}

    public record ValueRow(
            String parameter,
            String title,
            String place,
            String from,
            String before,
            String after,
            String unit,
            String source,
            String announcedOn) {}

    /** A changed decision; rows that stay are only counted. */
    public record BlockRow(RulesView.Block block, String formulaBefore, List<LineRow> lines, int unchanged) {}

    public record LineRow(String kind, String word, RulesView.Line line) {}

    /** Which files the draft holds. */
    public record Files(boolean rules, boolean cases, boolean changesNothing) {}

    public record Golden(int passed, int all, List<CaseRow> failed, List<CaseRow> rows) {}

    public record CaseRow(String matter, String name, String asOf, boolean passed, List<String> differences) {}

    public record ValueForm(List<Option> parameters, String place, String from, String source) {}

    /** What the last step was refused for, with its place in the file. */
    public record Fault(String text, String otherLanguage, PackFault where) {
        public boolean isPlaced() {
            return !where.file().isEmpty() || !where.table().isEmpty();
        }
    }

    static DraftView of(Draft draft, Pack pack, Changes changes, Optional<Refused> refused) {
        return new DraftView(
                head(draft, pack),
                doors(draft),
                steps(draft),
                changes.values().stream().map(DraftView::value).toList(),
                changes.blocks().stream().map(DraftView::block).toList(),
                new Files(
                        draft.content().rules().isPresent(),
                        draft.content().cases().isPresent(),
                        draft.content().changesNothing()),
                golden(draft.golden()),
                form(draft, pack),
                refused.map(each -> new Fault(Said.of(each), Said.inOtherLanguage(each), PackFault.of(each))));
    }

    private static Head head(Draft draft, Pack pack) {
        String review = draft.review()
                .map(each -> t(
                        "policy.draft.reviewed." + (draft.status() == Status.PUBLISHED ? "yes" : "no"),
                        each.name(),
                        Texts.date(each.on()),
                        each.words()))
                .orElse("");
        return new Head(
                draft.id().toString(),
                draft.purpose().title(),
                draft.matter().value(),
                either(pack.title().zh(), pack.title().en()),
                draft.from().toString(),
                draft.purpose().document(),
                draft.author().name(),
                DraftsView.badge(draft.status()),
                t("policy.draft.next." + next(draft)),
                review);
    }

    private static String next(Draft draft) {
        boolean checkedAndFailed =
                draft.status() == Status.DRAFT && !draft.golden().isEmpty();
        boolean empty = draft.isOpen() && draft.content().changesNothing();
        return checkedAndFailed ? "FAILED" : empty ? "EMPTY" : draft.status().name();
    }

    private static Doors doors(Draft draft) {
        Actor actor = Acting.current();
        boolean author = actor instanceof Actor.Staff staff
                && staff.id().equals(draft.author().id());
        boolean drafts = author && actor.may("policy.draft");
        boolean reviews = actor.may("policy.publish") && draft.status() == Status.SUBMITTED;
        return new Doors(
                drafts && draft.isOpen(),
                drafts && draft.isOpen() && !draft.content().changesNothing(),
                drafts && draft.status() == Status.CHECKED,
                reviews && !author,
                reviews && author ? t("policy.draft.same-person") : "");
    }

    private static List<Step> steps(Draft draft) {
        int at = switch (draft.status()) {
            case DRAFT, REFUSED, WITHDRAWN -> 0;
            case CHECKED -> 1;
            case SUBMITTED -> 2;
            case PUBLISHED -> 4;
        };
        List<String> names = List.of("draft", "check", "review", "publish");
        return names.stream()
                .map(name -> new Step(
                        t("policy.draft.step." + name),
                        names.indexOf(name) < at ? "done" : names.indexOf(name) == at ? "current" : "open"))
                .toList();
    }

    private static ValueRow value(Changes.Value change) {
        var line = change.line();
        return new ValueRow(
                line.parameter(),
                either(change.title().zh(), change.title().en()),
                place(line.place()),
                line.from().toString(),
                change.before().map(before -> ValuesView.shown(before.value())).orElse(t("policy.draft.none")),
                ValuesView.shown(line.value()),
                t("policy.unit." + change.unit()),
                line.source(),
                line.announcedOn().toString());
    }

    private static String place(DivisionCode place) {
        return place.equals(DivisionCode.COUNTRY) ? "" : place.value();
    }

    private static BlockRow block(Changes.Block changed) {
        List<LineRow> lines = changed.lines().stream()
                .filter(line -> line.kind() != Changes.Kind.STAYS)
                .map(line -> new LineRow(
                        line.kind().name(), t("policy.draft.line." + line.kind()), RulesView.line(line.row())))
                .toList();
        return new BlockRow(
                RulesView.block(changed.shown()),
                changed.formulaBefore(),
                lines,
                changed.lines().size() - lines.size());
    }

    private static Golden golden(List<GoldenCase> found) {
        List<CaseRow> rows = found.stream()
                .map(each -> new CaseRow(
                        each.matter().value(), each.name(), each.asOf().toString(), each.passed(), each.differences()))
                .toList();
        List<CaseRow> failed = rows.stream().filter(row -> !row.passed()).toList();
        return new Golden(rows.size() - failed.size(), rows.size(), failed, rows);
    }

    private static ValueForm form(Draft draft, Pack pack) {
        return new ValueForm(
                pack.parameters().stream()
                        .map(parameter -> new Option(
                                parameter.name(),
                                either(parameter.title().zh(), parameter.title().en()) + "（"
                                        + t("policy.unit." + parameter.unit()) + "）"))
                        .toList(),
                draft.author().area().value(),
                draft.from().toString(),
                draft.purpose().document());
    }
}
