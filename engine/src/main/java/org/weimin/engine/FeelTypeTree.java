package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;
import org.weimin.engine.FeelType.Basic;
import org.weimin.engine.feel.FeelParser;

/** Turns a type as FEEL writes it, {@code list<context<name: string>>}, into one. */
final class FeelTypeTree {
    private final String where;
    private final Map<String, FeelType> declared;

    FeelTypeTree(String where, Map<String, FeelType> declared) {
        this.where = where;
        this.declared = declared;
    }

    FeelType type(FeelParser.TypeContext type) {
        return switch (type) {
            case FeelParser.NamedTypeContext named -> named(named);
            case FeelParser.TypeOfContext of -> generic(of.NAME().getText(), type(of.type()));
            case FeelParser.ContextTypeContext context -> context(context);
            case FeelParser.FunctionTypeContext function -> {
                List<FeelType> types = function.type().stream().map(this::type).toList();
                yield new FeelType.Function(types.subList(0, types.size() - 1), types.getLast());
            }
            case FeelParser.NullTypeContext ignored -> Basic.NULL;
            default -> throw Faults.unsupported(where, "type " + type.getText());
        };
    }

    private FeelType named(FeelParser.NamedTypeContext named) {
        String name = named.NAME().stream().map(ParseTree::getText).collect(Collectors.joining("."));
        return FeelTypes.named(name)
                .or(() -> Optional.ofNullable(declared.get(name)))
                .orElseThrow(() -> Faults.unknownName(where, "type " + name));
    }

    private FeelType generic(String name, FeelType of) {
        return switch (name) {
            case "list" -> new FeelType.ListOf(of);
            case "range" -> new FeelType.RangeOf(of);
            default -> throw Faults.unsupported(where, "type " + name);
        };
    }

    private FeelType context(FeelParser.ContextTypeContext context) {
        var components = new LinkedHashMap<String, FeelType>();
        for (int i = 1; i < context.NAME().size(); i++) {
            components.put(context.NAME(i).getText(), type(context.type(i - 1)));
        }
        return new FeelType.Context(components);
    }
}
