package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.weimin.engine.Edition;
import org.weimin.engine.GoldenCase;
import org.weimin.engine.Pack;
import org.weimin.engine.PackFault;
import org.weimin.engine.RuleBlock;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.Draft.Status;
import org.weimin.policy.Series;
import org.weimin.policy.web.InWords.Piece;
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

    private static final String BETWEEN_LANGUAGES = " · ";

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
            String placeName,
            String from,
            String before,
            String after,
            String unit,
            String source,
            String announcedOn) {}

    /** A changed decision; rows that stay are only counted. */
    public record BlockRow(RulesView.Block block, List<Piece> formulaBefore, List<LineRow> lines, int unchanged) {}

    public record LineRow(String kind, String word, RulesView.Line line) {}

    /** Which files the draft holds. */
    public record Files(boolean rules, boolean cases, boolean changesNothing) {}

    public record Golden(int passed, int all, List<CaseRow> failed, List<CaseRow> rows) {}

    public record CaseRow(String matter, String name, String asOf, boolean passed, List<String> differences) {}

    public record ValueForm(List<Option> parameters, List<Option> places, String place, String from, String source) {}

    /** What the last step was refused for, with its place in the file. */
    public record Fault(String text, String otherLanguage, PackFault where, String table, String column) {
        public boolean isPlaced() {
            return !where.file().isEmpty() || !where.table().isEmpty();
        }
    }

    /** The law and the places that the draft speaks of. */
    record Context(Pack pack, List<Option> places, Function<MatterId, String> matters) {
        Edition edition(Draft draft) {
            return pack.editionOn(draft.from());
        }

        String place(DivisionCode place) {
            return places.stream()
                    .filter(each -> each.value().equals(place.value()))
                    .map(Option::label)
                    .findFirst()
                    .orElseGet(() -> place.equals(DivisionCode.COUNTRY) ? t("policy.national") : place.value());
        }
    }

    static DraftView of(Draft draft, Context context, Changes changes, Optional<Refused> refused) {
        InWords words = InWords.of(context.pack(), context.edition(draft));
        return new DraftView(
                head(draft, context.pack()),
                doors(draft),
                steps(draft),
                changes.values().stream().map(change -> value(change, context)).toList(),
                changes.blocks().stream().map(block -> block(block, words)).toList(),
                new Files(
                        draft.content().rules().isPresent(),
                        draft.content().cases().isPresent(),
                        draft.content().changesNothing()),
                golden(draft.golden(), context),
                form(draft, context),
                refused.map(each -> fault(each, context.edition(draft))));
    }

    /** The table and the column by the titles that the law in force gives them. */
    private static Fault fault(Refused refused, Edition edition) {
        var where = PackFault.of(refused);
        var block = edition.outline().stream()
                .filter(each -> each.name().equals(where.table()))
                .findFirst();
        return new Fault(
                Said.withoutPlace(refused, Texts.t(refused)),
                Said.withoutPlace(refused, Said.inOtherLanguage(refused)),
                where,
                block.map(each -> either(each.label().zh(), each.label().en())).orElse(""),
                block.filter(each -> where.column().matches("\\d{1,3}"))
                        .map(RuleBlock::columns)
                        .filter(columns -> Integer.parseInt(where.column()) <= columns.size())
                        .map(columns -> columns.get(Integer.parseInt(where.column()) - 1))
                        .orElse(""));
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

    private static ValueRow value(Changes.Value change, Context context) {
        var line = change.line();
        return new ValueRow(
                line.parameter(),
                either(change.title().zh(), change.title().en()),
                line.place().value(),
                context.place(line.place()),
                line.from().toString(),
                change.before().map(before -> Series.shown(before.value())).orElse(t("policy.draft.none")),
                Series.shown(line.value()),
                t("policy.unit." + change.unit()),
                line.source(),
                line.announcedOn().toString());
    }

    private static BlockRow block(Changes.Block changed, InWords words) {
        List<LineRow> lines = changed.lines().stream()
                .filter(line -> line.kind() != Changes.Kind.STAYS)
                .map(line -> new LineRow(
                        line.kind().name(),
                        t("policy.draft.line." + line.kind()),
                        RulesView.line(line.row(), changed.shown().columns(), words)))
                .toList();
        return new BlockRow(
                RulesView.block(changed.shown(), words),
                words.say(changed.formulaBefore()),
                lines,
                changed.lines().size() - lines.size());
    }

    private static Golden golden(List<GoldenCase> found, Context context) {
        List<CaseRow> rows = found.stream()
                .map(each -> new CaseRow(
                        context.matters().apply(each.matter()),
                        inOneLanguage(each.name()),
                        each.asOf().toString(),
                        each.passed(),
                        each.differences().stream()
                                .map(DraftView::inOneLanguage)
                                .toList()))
                .toList();
        List<CaseRow> failed = rows.stream().filter(row -> !row.passed()).toList();
        return new Golden(rows.size() - failed.size(), rows.size(), failed, rows);
    }

    /** What the engine says in both languages, in the reader's. */
    private static String inOneLanguage(String both) {
        int between = both.indexOf(BETWEEN_LANGUAGES);
        return between < 0
                ? both
                : either(both.substring(0, between), both.substring(between + BETWEEN_LANGUAGES.length()));
    }

    private static ValueForm form(Draft draft, Context context) {
        return new ValueForm(
                context.pack().parameters().stream()
                        .map(parameter -> new Option(
                                parameter.name(),
                                either(parameter.title().zh(), parameter.title().en()) + "（"
                                        + t("policy.unit." + parameter.unit()) + "）"))
                        .toList(),
                context.places(),
                draft.author().area().value(),
                draft.from().toString(),
                draft.purpose().document());
    }
}
