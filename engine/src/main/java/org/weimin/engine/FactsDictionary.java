package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.NotFound;

/** 事实词典: every fact that any rule may ask for ({@code packs/_shared/facts.yaml}). */
public final class FactsDictionary {
    private final Map<String, FactKind> kinds = new LinkedHashMap<>();

    private FactsDictionary(List<FactKind> kinds) {
        kinds.forEach(kind -> {
            if (this.kinds.put(kind.name(), kind) != null) {
                throw Faults.syntax("facts.yaml", kind.name() + " is there twice");
            }
        });
    }

    static FactsDictionary read(String yaml) {
        return new FactsDictionary(Yaml.read("facts.yaml", yaml).children("facts").stream()
                .map(FactKind::read)
                .toList());
    }

    public FactKind get(String name) {
        return find(name).orElseThrow(() -> new NotFound(name));
    }

    public Optional<FactKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    public List<FactKind> list() {
        return List.copyOf(kinds.values());
    }
}
