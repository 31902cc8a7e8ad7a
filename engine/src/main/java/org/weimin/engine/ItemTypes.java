package org.weimin.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.FeelType.Basic;

/** Reads the types that a model defines; a pack has those of its facts instead. */
final class ItemTypes {
    private final String where;
    private final Map<String, Xml> definitions = new LinkedHashMap<>();
    private final Map<String, FeelType> types = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final FeelReader feel;

    private ItemTypes(String where, Names names) {
        this.where = where;
        this.feel = new FeelReader(Profile.DMN, names, types);
    }

    static FeelReader read(String where, Xml root, Profile profile, Names names) {
        if (profile == Profile.PACK) {
            return new FeelReader(profile, names, Map.of());
        }
        var read = new ItemTypes(where, names);
        root.children("itemDefinition")
                .forEach(definition -> read.definitions.put(definition.attribute("name"), definition));
        read.definitions.keySet().forEach(read::named);
        return read.feel;
    }

    private FeelType named(String name) {
        Optional<FeelType> known = feel.named(name);
        Xml definition = definitions.get(name);
        if (known.isPresent() || definition == null) {
            return known.orElseThrow(() -> Faults.unknownName(where, "type " + name));
        }
        if (!underWay.add(name)) {
            throw Faults.unsupported(where + " " + name, "a type that contains itself");
        }
        FeelType type = type(definition);
        types.put(name, type);
        return type;
    }

    private FeelType type(Xml item) {
        List<Xml> components = item.children("itemComponent");
        FeelType type = item.children("functionItem").stream()
                .findFirst()
                .map(this::function)
                .orElseGet(() -> components.isEmpty() ? referred(item.text("typeRef")) : context(components));
        type = restricted(item, "allowedValues", type);
        type = item.attribute("isCollection").equals("true") ? new FeelType.ListOf(type) : type;
        return restricted(item, "typeConstraint", type);
    }

    private FeelType restricted(Xml item, String by, FeelType type) {
        String allowed = item.children(by).stream()
                .findFirst()
                .map(values -> values.text("text"))
                .orElse("");
        return allowed.isEmpty()
                ? type
                : new FeelType.Restricted(type, feel.cell(where + " " + item.attribute("name"), allowed));
    }

    private FeelType context(List<Xml> components) {
        var byName = new LinkedHashMap<String, FeelType>();
        components.forEach(component -> byName.put(component.attribute("name"), type(component)));
        return new FeelType.Context(byName);
    }

    private FeelType function(Xml function) {
        return new FeelType.Function(
                function.children("parameters").stream()
                        .map(parameter -> referred(parameter.attribute("typeRef")))
                        .toList(),
                referred(function.attribute("outputTypeRef")));
    }

    private FeelType referred(String typeRef) {
        return typeRef.isEmpty() ? Basic.ANY : named(typeRef.substring(typeRef.indexOf(':') + 1));
    }
}
