package org.weimin.facts.web;

import org.weimin.facts.FactItem;
import org.weimin.facts.internal.FactWords;
import org.weimin.shell.Texts;

/** One fact as tables print it, with the badge of its source. */
public record FactLine(
        String title, String value, String source, String badge, String evidence, String from, String recordedOn) {
    public static FactLine of(FactItem item) {
        return new FactLine(
                FactWords.title(item.name()),
                FactWords.shown(item.name(), item.value()),
                Texts.t("facts.source." + item.source()),
                switch (item.source()) {
                    case "CHECKED", "REGISTER" -> "ok";
                    case "VISIT" -> "info";
                    case "DECLARED" -> "warn";
                    default -> "idle";
                },
                FactItem.evidenceInWords(item.source(), item.evidence()),
                item.valid().from().toString(),
                item.recordedOn().toString());
    }
}
