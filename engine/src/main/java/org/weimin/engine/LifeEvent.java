package org.weimin.engine;

import java.util.List;

/** 人生大事: what has happened to somebody who does not know the name of any matter ({@code packs/_shared/events.yaml}). */
public record LifeEvent(String code, Text title) {
    static final String FILE = Packs.SHARED + "events.yaml";

    static List<LifeEvent> read(String yaml) {
        return Yaml.read(FILE, yaml).children("events").stream()
                .map(event -> new LifeEvent(event.text("code"), event.bilingual("title")))
                .toList();
    }
}
