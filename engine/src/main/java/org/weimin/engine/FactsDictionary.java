package org.weimin.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.weimin.kernel.NotFound;

/**
 * 事实词典: every fact that any rule may ask for: {@code packs/_shared/facts.yaml}, and one file more for each line of
 * business in {@code packs/_shared/facts/}, which a matter names when it uses it.
 */
public final class FactsDictionary {
    private static final String MAIN = Packs.SHARED + "facts.yaml";
    private final Map<String, FactKind> kinds = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final List<String> sourceOrder;

    private FactsDictionary(List<String> sourceOrder) {
        this.sourceOrder = sourceOrder;
    }

    private void add(String path, Yaml file) {
        for (Yaml yaml : file.children("facts")) {
            FactKind kind = FactKind.read(yaml);
            if (kinds.put(kind.name(), kind) != null) {
                throw Faults.syntax(yaml.where(), kind.name() + " is there twice");
            }
            files.put(kind.name(), path);
        }
    }

    /** The dictionary that the program carries itself, without the matters that use it. */
    public static FactsDictionary fromClassPath() {
        return read(PackFiles.onClassPath());
    }

    /** Every file of facts among the files of a {@code packs} folder. */
    static FactsDictionary read(NavigableMap<String, String> files) {
        Yaml main = Yaml.read(MAIN, Optional.ofNullable(files.get(MAIN)).orElseThrow(() -> new NotFound(MAIN)));
        var dictionary = new FactsDictionary(main.texts("sourceOrder"));
        dictionary.add(MAIN, main);
        files.forEach((path, content) -> {
            if (path.startsWith(Packs.SHARED + "facts/")) {
                dictionary.add(path, Yaml.read(path, content));
            }
        });
        return dictionary;
    }

    static FactsDictionary read(String yaml) {
        return read(new TreeMap<>(Map.of(MAIN, yaml)));
    }

    static boolean isPart(String path) {
        return path.equals(MAIN) || path.startsWith(Packs.SHARED + "facts/");
    }

    /** The file of the facts of one line of business. */
    static String file(String name) {
        return Packs.SHARED + "facts/" + name + ".yaml";
    }

    /** What a matter may name that uses these files besides the main one. */
    FactsDictionary within(List<String> names) {
        var part = new FactsDictionary(sourceOrder);
        List<String> used = names.stream().map(FactsDictionary::file).toList();
        kinds.forEach((name, kind) -> {
            String file = files.getOrDefault(name, MAIN);
            if (file.equals(MAIN) || used.contains(file)) {
                part.kinds.put(name, kind);
                part.files.put(name, file);
            }
        });
        return part;
    }

    public FactKind get(String name) {
        return find(name).orElseThrow(() -> new NotFound(name));
    }

    public Optional<FactKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** Of several sources for one fact the lowest rank is believed; a source that is not listed comes last. */
    public int rank(String source) {
        int rank = sourceOrder.indexOf(source);
        return rank < 0 ? sourceOrder.size() : rank;
    }

    public List<FactKind> list() {
        return List.copyOf(kinds.values());
    }
}
