package org.weimin.engine;

import java.util.List;

/**
 * 人生大事: what has happened to somebody who does not know the name of any matter ({@code packs/_shared/events.yaml}),
 * and on which shelf of the catalogue what helps then is found.
 */
public record LifeEvent(String code, String group, Text title) {
    static final String FILE = Packs.SHARED + "events.yaml";

    /** 分类: a shelf of the catalogue, in the words of residents. */
    public record Group(String code, Text title) {}

    static List<LifeEvent> read(String yaml) {
        return Yaml.read(FILE, yaml).children("events").stream()
                .map(event -> new LifeEvent(event.text("code"), event.text("group", ""), event.bilingual("title")))
                .toList();
    }

    static List<Group> groups(String yaml) {
        return Yaml.read(FILE, yaml).children("groups").stream()
                .map(group -> new Group(group.text("code"), group.bilingual("title")))
                .toList();
    }
}
