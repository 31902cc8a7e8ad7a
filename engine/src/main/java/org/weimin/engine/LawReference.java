package org.weimin.engine;

import java.time.LocalDate;
import java.util.Optional;

/** 依据: a law or document, the article where known, and since when it is in force. */
public record LawReference(String text, String article, Optional<LocalDate> from) {
    static LawReference read(Yaml yaml) {
        return new LawReference(yaml.text("text"), yaml.text("article", ""), yaml.findDate("from"));
    }

    @Override
    public String toString() {
        return "《" + text + "》" + article;
    }
}
