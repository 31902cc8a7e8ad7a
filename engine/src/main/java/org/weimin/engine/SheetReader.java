package org.weimin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a household written in YAML, for {@code decide} and for worked examples: {@code household} and {@code members}
 * (or {@code organisation}) with facts by name, each a plain value or {@code {value, source, evidence}}.
 */
final class SheetReader {
    private static final String UNKNOWN = "unknown";
    private final FactsDictionary dictionary;

    SheetReader(FactsDictionary dictionary) {
        this.dictionary = dictionary;
    }

    FactSheet read(Yaml yaml) {
        return read(yaml, Map.of(), Map.of());
    }

    /** As {@link #read(Yaml)}; the two mappings fill in what household and members leave out. */
    FactSheet read(Yaml yaml, Map<String, Object> everyHousehold, Map<String, Object> everyMember) {
        var household = new LinkedHashMap<>(everyHousehold);
        household.putAll(yaml.childOrEmpty("household").values());
        household.putAll(yaml.childOrEmpty("organisation").values());
        yaml.texts("without").forEach(household::remove);
        var members = new ArrayList<List<Fact>>();
        for (Yaml member : yaml.children("members")) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("person", "p" + (members.size() + 1));
            facts.putAll(everyMember);
            facts.putAll(member.values());
            members.add(facts(new Yaml(member.where(), facts)));
        }
        return new FactSheet(facts(new Yaml(yaml.where() + " household", household)), members);
    }

    private List<Fact> facts(Yaml yaml) {
        var facts = new ArrayList<Fact>();
        for (String name : yaml.values().keySet()) {
            FactKind kind = dictionary.find(name).orElseThrow(() -> Faults.unknownName(yaml.where(), name));
            boolean told = yaml.values().get(name) instanceof Map;
            Yaml detail = told ? yaml.child(name) : new Yaml(yaml.where(), Map.of("value", yaml.text(name)));
            String value = detail.text("value");
            if (!value.equals(UNKNOWN)) {
                facts.add(
                        new Fact(name, kind.parse(value), detail.text("source", "FILE"), detail.text("evidence", "")));
            }
        }
        return facts;
    }
}
