package org.weimin.portal.web;

import java.util.List;
import java.util.function.Predicate;
import org.weimin.engine.Pack;
import org.weimin.policy.MatterSummary;
import org.weimin.shell.Texts;

/** What the public start page prints. */
public record HomeView(List<Matter> asked, List<Matter> others) {
    /** One matter with its guide. */
    public record Matter(String id, String title) {}

    static HomeView of(List<MatterSummary> catalogue) {
        return new HomeView(
                matters(catalogue, MatterSummary::askedFor),
                matters(catalogue, matter -> matter.acts() == Pack.Acts.GRANT && !matter.askedFor()));
    }

    private static List<Matter> matters(List<MatterSummary> catalogue, Predicate<MatterSummary> which) {
        return catalogue.stream()
                .filter(which)
                .map(matter -> new Matter(
                        matter.id().value(),
                        Texts.either(matter.title().zh(), matter.title().en())))
                .toList();
    }
}
