package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.NotFound;

/** 事实词典: every fact that any rule may ask for ({@code packs/_shared/facts.yaml}). */
public final class FactsDictionary {
    private final Map<String, FactKind> kinds = new LinkedHashMap<>();

    private final List<String> sourceOrder;

    private FactsDictionary(List<String> sourceOrder, List<FactKind> kinds) {
        this.sourceOrder = sourceOrder;
        kinds.forEach(kind -> {
            if (this.kinds.put(kind.name(), kind) != null) {
                throw Faults.syntax("facts.yaml", kind.name() + " is there twice");
            }
        });
    }

    /** The dictionary that the program carries itself, without the matters that use it. */
    public static FactsDictionary fromClassPath() {
        return read(PackFiles.onClassPath("_shared/facts.yaml"));
    }

    static FactsDictionary read(String yaml) {
        Yaml file = Yaml.read("facts.yaml", yaml);
        return new FactsDictionary(
                file.texts("sourceOrder"),
                file.children("facts").stream().map(FactKind::read).toList());
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
