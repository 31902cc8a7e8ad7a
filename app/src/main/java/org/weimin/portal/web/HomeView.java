package org.weimin.portal.web;

import java.util.List;
import org.weimin.engine.Pack;
import org.weimin.policy.MatterSummary;
import org.weimin.shell.Texts;

/** What the public start page prints. */
public record HomeView(List<Matter> matters) {
    /** One matter that a resident may apply for. */
    public record Matter(String id, String title) {}

    static HomeView of(List<MatterSummary> catalogue) {
        return new HomeView(catalogue.stream()
                .filter(matter -> matter.acts() == Pack.Acts.GRANT)
                .map(matter -> new Matter(
                        matter.id().value(),
                        Texts.either(matter.title().zh(), matter.title().en())))
                .toList());
    }
}
