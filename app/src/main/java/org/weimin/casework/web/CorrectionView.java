package org.weimin.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.casework.CaseFile;
import org.weimin.casework.internal.Correcting;
import org.weimin.eligibility.Explanation;
import org.weimin.eligibility.Explanation.FactLine;
import org.weimin.engine.Determination;
import org.weimin.shell.Texts;

/** A decision beside its correction: both answers, and only the facts that differ. */
public record CorrectionView(List<Link> links, List<Line> lines) {
    public record Link(String href, String text) {}

    public record Line(String label, String then, String now) {}

    public boolean isEmpty() {
        return links.isEmpty();
    }

    static CorrectionView of(
            Optional<Correcting.Compared> compared,
            List<CaseFile> corrections,
            Function<Determination, Explanation> explain) {
        var links = Stream.concat(
                        compared.stream().map(each -> link("casework.correct.of", each.decided())),
                        corrections.stream().map(each -> link("casework.correct.by", each)))
                .toList();
        return new CorrectionView(
                links,
                compared.map(each -> lines(explain.apply(each.then()), explain.apply(each.now())))
                        .orElse(List.of()));
    }

    private static Link link(String key, CaseFile file) {
        return new Link("/cases/" + file.id(), Texts.t(key, file.claim().number()));
    }

    private static List<Line> lines(Explanation then, Explanation now) {
        Map<String, String> before = values(then);
        Map<String, String> after = values(now);
        Stream<Line> differing = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(label -> !before.getOrDefault(label, "").equals(after.getOrDefault(label, "")))
                .map(label -> new Line(label, before.getOrDefault(label, "—"), after.getOrDefault(label, "—")));
        return Stream.concat(
                        Stream.of(new Line(Texts.t("casework.correct.result"), then.headline(), now.headline())),
                        differing)
                .toList();
    }

    private static Map<String, String> values(Explanation explanation) {
        return explanation.facts().stream()
                .collect(Collectors.toMap(CorrectionView::label, FactLine::value, (first, second) -> first));
    }

    private static String label(FactLine fact) {
        return fact.who().isEmpty() ? fact.label() : fact.who() + "：" + fact.label();
    }
}
