package org.weimin.policy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.policy.Draft;
import org.weimin.policy.NewValue;

/** What a draft adds to the packs, file by file: a new edition, lines beside the parameters' own, worked examples. */
public final class Overlay {
    private static final String EDITIONS = "editions/";

    private Overlay() {}

    public static Map<String, String> files(Draft draft, Packs packs) {
        var files = new TreeMap<String, String>();
        Pack pack = packs.get(draft.matter());
        String mark = ".added-" + draft.id() + ".yaml";
        draft.content().rules().ifPresent(rules -> files.putAll(edition(draft, pack, rules)));
        draft.content().cases().ifPresent(cases -> files.put(draft.matter() + "/cases/draft" + mark, cases));
        draft.content().values().stream()
                .collect(Collectors.groupingBy(
                        value -> parameterFile(pack, value), LinkedHashMap::new, Collectors.toList()))
                .forEach((path, values) -> files.put(path.replaceFirst("\\.yaml$", mark), additions(values)));
        return files;
    }

    /** The edition of that day with other rules; its form, process and letters stay. */
    private static Map<String, String> edition(Draft draft, Pack pack, String rules) {
        String before = EDITIONS + pack.editionOn(draft.from()).from() + "/";
        String folder = draft.matter() + "/" + EDITIONS + draft.from() + "/";
        var files = new TreeMap<String, String>();
        pack.files().forEach((path, content) -> {
            if (path.startsWith(before)) {
                files.put(folder + path.substring(before.length()), content);
            }
        });
        files.put(folder + "rules.dmn", rules);
        return files;
    }

    private static String parameterFile(Pack pack, NewValue value) {
        String path = pack.parameterFile(value.parameter())
                .orElseThrow(() -> new Refused("policy.value.unknown", value.parameter()));
        return path.startsWith("_shared/") ? path : pack.id() + "/" + path;
    }

    private static String additions(List<NewValue> values) {
        return values.stream()
                .map(value -> "  - { parameter: %s, place: %s, from: %s, value: %s, announcedOn: %s, source: %s }%n"
                        .formatted(
                                value.parameter(),
                                quoted(value.place().value()),
                                value.from(),
                                quoted(value.value()),
                                value.announcedOn(),
                                quoted(value.source())))
                .collect(Collectors.joining("", "additions:\n", ""));
    }

    /** As YAML reads it back: in double quotes. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The matters that read another text than before. */
    public static List<MatterId> touched(Packs before, Packs after) {
        return after.list().stream()
                .filter(pack -> before.find(pack.id())
                        .map(old -> !old.files().equals(pack.files()))
                        .orElse(true))
                .map(Pack::id)
                .toList();
    }
}
