package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;
import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DraftId;
import org.weimin.policy.Changes;
import org.weimin.policy.Draft;
import org.weimin.policy.Publication;
import org.weimin.policy.Series;
import org.weimin.shell.Texts;

/** 历次版本: one version of a matter's law as a line: from when it holds, who made it by which document, what is new. */
public record VersionRow(
        String from, Status status, String people, String document, List<String> changes, String href, String draft) {

    /** Whether it is what holds today. */
    public record Status(String word, String tone) {}

    /** What the office knows of the drafts behind the publications. */
    record Sources(Map<DraftId, Draft> drafts, Function<Draft, Changes> changes, boolean mayRead) {}

    /** The latest first; of what one act published for several editions, the edition that holds from its day on. */
    static List<VersionRow> of(List<Publication> published, LocalDate today, Sources sources) {
        List<Publication> versions = published.stream()
                .filter(each -> !each.editionFrom().isAfter(each.validFrom()))
                .collect(Collectors.toMap(VersionRow::act, each -> each, VersionRow::first))
                .values()
                .stream()
                .sorted(Comparator.comparing(Publication::validFrom)
                        .thenComparing(Publication::publishedAt)
                        .reversed())
                .toList();
        var rows = new ArrayList<VersionRow>();
        boolean found = false;
        for (Publication version : versions) {
            boolean comes = version.validFrom().isAfter(today);
            rows.add(row(version, comes ? "COMING" : found ? "EARLIER" : "IN_FORCE", sources));
            found |= !comes;
        }
        return rows;
    }

    private static Object act(Publication version) {
        return version.draft().<Object>map(draft -> draft).orElse(version);
    }

    private static Publication first(Publication one, Publication other) {
        return Stream.of(one, other)
                .min(Comparator.comparing(Publication::validFrom)
                        .thenComparing(
                                Comparator.comparing(Publication::editionFrom).reversed()))
                .orElseThrow();
    }

    private static VersionRow row(Publication version, String status, Sources sources) {
        Optional<Draft> draft = version.draft()
                .flatMap(id -> Optional.ofNullable(sources.drafts().get(id)));
        String on = Texts.date(version.publishedAt().atZone(BusinessClock.ZONE).toLocalDate());
        return new VersionRow(
                version.validFrom().toString(),
                new Status(
                        t("policy.version." + status),
                        switch (status) {
                            case "IN_FORCE" -> "ok";
                            case "COMING" -> "info";
                            default -> "";
                        }),
                draft.map(each -> t(
                                "policy.version.people",
                                each.author().name(),
                                each.review().map(Draft.Review::name).orElse(""),
                                on))
                        .orElseGet(() ->
                                t(version.draft().isEmpty() ? "policy.version.carried" : "policy.version.other", on)),
                draft.map(each ->
                                each.purpose().title() + " · " + each.purpose().document())
                        .orElse(""),
                draft.map(each -> said(sources.changes().apply(each))).orElse(List.of()),
                "/policy/" + version.matter() + "?version=" + version.packVersion(),
                draft.filter(each -> sources.mayRead())
                        .map(each -> "/policy/drafts/" + each.id())
                        .orElse(""));
    }

    private static List<String> said(Changes changes) {
        return Stream.concat(
                        changes.values().stream().map(VersionRow::said),
                        changes.blocks().stream().map(VersionRow::said))
                .toList();
    }

    private static String said(Changes.Value value) {
        return t(
                "policy.version.value",
                either(value.title().zh(), value.title().en()),
                value.before().map(before -> Series.shown(before.value())).orElse(t("policy.draft.none")),
                Series.shown(value.line().value()),
                t("policy.unit." + value.unit()));
    }

    private static String said(Changes.Block block) {
        long came = block.lines().stream()
                .filter(line -> line.kind() == Changes.Kind.CAME)
                .count();
        long went = block.lines().stream()
                .filter(line -> line.kind() == Changes.Kind.WENT)
                .count();
        String label = either(block.shown().label().zh(), block.shown().label().en());
        return came + went == 0 ? t("policy.version.formula", label) : t("policy.version.rows", label, came, went);
    }
}
