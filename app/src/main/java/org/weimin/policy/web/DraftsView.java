package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weimin.engine.Pack;
import org.weimin.policy.Draft;
import org.weimin.shell.Option;

/** What the list of drafts prints. */
public record DraftsView(List<Row> rows, List<Option> matters, Form form, boolean mayDraft) {

    public record Row(
            String id, String title, String matter, String from, String document, String author, Badge status) {}

    /** A word and its tone. */
    public record Badge(String word, String tone) {}

    /** What was typed, and what is wrong with it. */
    public record Form(String matter, String from, String title, String document, String error) {}

    static DraftsView of(List<Draft> drafts, List<Pack> packs, Form form, boolean mayDraft) {
        Map<String, String> titles = packs.stream()
                .collect(Collectors.toMap(
                        pack -> pack.id().value(),
                        pack -> either(pack.title().zh(), pack.title().en())));
        return new DraftsView(
                drafts.stream()
                        .map(draft -> row(
                                draft,
                                titles.getOrDefault(
                                        draft.matter().value(), draft.matter().value())))
                        .toList(),
                packs.stream()
                        .map(pack -> new Option(
                                pack.id().value(),
                                either(pack.title().zh(), pack.title().en())))
                        .toList(),
                form,
                mayDraft);
    }

    private static Row row(Draft draft, String matter) {
        return new Row(
                draft.id().toString(),
                draft.purpose().title(),
                matter,
                draft.from().toString(),
                draft.purpose().document(),
                draft.author().name(),
                badge(draft.status()));
    }

    static Badge badge(Draft.Status status) {
        String tone = switch (status) {
            case DRAFT, WITHDRAWN -> "";
            case CHECKED -> "info";
            case SUBMITTED -> "warn";
            case PUBLISHED -> "ok";
            case REFUSED -> "bad";
        };
        return new Badge(t("policy.draft.status." + status), tone);
    }
}
