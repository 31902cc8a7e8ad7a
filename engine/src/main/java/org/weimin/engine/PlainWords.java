package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 通用说法: how people speak, for the search of the catalogue: words that say nothing of what is looked for, and each
 * other word for a thing with the one that stands for it ({@code packs/_shared/words.yaml}).
 */
public record PlainWords(List<String> silent, Map<String, String> same) {
    static final String FILE = Packs.SHARED + "words.yaml";
    static final PlainWords NONE = new PlainWords(List.of(), Map.of());

    static PlainWords read(String yaml) {
        Yaml file = Yaml.read(FILE, yaml);
        var same = new LinkedHashMap<String, String>();
        for (Yaml line : file.children("same")) {
            line.texts("also").forEach(other -> same.put(other, line.text("word")));
        }
        return new PlainWords(file.texts("silent"), Map.copyOf(same));
    }
}
