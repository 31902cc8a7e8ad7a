package org.weimin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weimin.engine.FeelType.Basic;

/** Reads boxed expressions: they say in boxes what FEEL says in words, and become the same expressions. */
final class BoxedReader {
    private static final List<String> NOT_LOGIC =
            List.of("variable", "description", "extensionElements", "formalParameter", "parameter", "typeRef");
    private final FeelReader feel;
    private final TableReader tables;

    BoxedReader(FeelReader feel, TableReader tables) {
        this.feel = feel;
        this.tables = tables;
    }

    /** The declared type of an element's variable or of the element itself. */
    FeelType typeOf(String where, Xml element) {
        return element.children("variable").stream()
                .findFirst()
                .map(variable -> type(where, variable.attribute("typeRef")))
                .orElseGet(() -> type(where, element.attribute("typeRef")));
    }

    FeelType type(String where, String typeRef) {
        if (feel.profile() == Profile.PACK || typeRef.isEmpty()) {
            return Basic.ANY;
        }
        String name = typeRef.substring(typeRef.indexOf(':') + 1);
        return feel.named(name).orElseThrow(() -> Faults.unknownName(where, "type " + name));
    }

    Expr.Parameter parameter(String where, Xml element) {
        return new Expr.Parameter(element.attribute("name"), typeOf(where, element));
    }

    Expr function(String where, Xml holder, FeelType result) {
        if (!List.of("", "FEEL").contains(holder.attribute("kind"))) {
            throw Faults.unsupported(where, "external function (" + holder.attribute("kind") + ")");
        }
        List<Expr.Parameter> parameters = holder.children("formalParameter").stream()
                .map(parameter -> parameter(where, parameter))
                .toList();
        return new Expr.FunctionOf(parameters, inside(where, holder), result);
    }

    /** The one expression in a holder; nothing where it is left out. */
    private Expr inside(String where, Xml holder) {
        return holder.children().stream()
                .filter(child -> !NOT_LOGIC.contains(child.name()))
                .findFirst()
                .map(child -> expression(where, child))
                .orElse(new Expr.Nothing());
    }

    private Expr inside(String where, Xml holder, String part) {
        return holder.children(part).stream()
                .findFirst()
                .map(found -> inside(where, found))
                .orElseThrow(() -> Faults.syntax(where, holder.name() + " without " + part));
    }

    Expr expression(String where, Xml boxed) {
        Expr expression = switch (boxed.name()) {
            case "literalExpression" -> literal(where, boxed);
            case "decisionTable" -> new Expr.TableOf(tables.table(where, boxed));
            case "context" -> context(where, boxed);
            case "invocation" -> invocation(where, boxed);
            case "functionDefinition" -> function(where, boxed, Basic.ANY);
            case "relation" -> relation(where, boxed);
            case "list" ->
                new Expr.ListOf(boxed.children().stream()
                        .filter(child -> !NOT_LOGIC.contains(child.name()))
                        .map(item -> expression(where, item))
                        .toList());
            case "conditional" ->
                new Expr.If(inside(where, boxed, "if"), inside(where, boxed, "then"), inside(where, boxed, "else"));
            case "filter" -> new Expr.Filter(inside(where, boxed, "in"), inside(where, boxed, "match"));
            case "for" -> new Expr.Loop(each(where, boxed), inside(where, boxed, "return"), true);
            case "some", "every" ->
                new Expr.Quantified(
                        boxed.name().equals("every"), each(where, boxed), inside(where, boxed, "satisfies"));
            default -> throw Faults.unsupported(where, boxed.name());
        };
        FeelType type = type(where, boxed.attribute("typeRef"));
        return type == Basic.ANY ? expression : new Expr.Typed(expression, type);
    }

    private Expr literal(String where, Xml boxed) {
        String language = boxed.attribute("expressionLanguage");
        if (!language.isEmpty() && !language.endsWith("/FEEL/")) {
            throw Faults.unsupported(where, "expressions of " + language);
        }
        if (!boxed.children("importedValues").isEmpty()) {
            throw Faults.unsupported(where, "importedValues");
        }
        String source = boxed.text("text");
        return source.isEmpty() && feel.profile() == Profile.DMN ? new Expr.Nothing() : feel.expression(where, source);
    }

    private List<Expr.Each> each(String where, Xml boxed) {
        return List.of(new Expr.Each(boxed.attribute("iteratorVariable"), inside(where, boxed, "in")));
    }

    private Expr context(String where, Xml boxed) {
        var entries = new ArrayList<Expr.Entry>();
        Optional<Expr> result = Optional.empty();
        for (Xml entry : boxed.children("contextEntry")) {
            Expr value = inside(where, entry);
            FeelType type = typeOf(where, entry);
            Expr typed = type == Basic.ANY ? value : new Expr.Typed(value, type);
            Optional<Xml> variable = entry.children("variable").stream().findFirst();
            if (variable.isEmpty()) {
                result = Optional.of(typed);
            } else {
                entries.add(new Expr.Entry(variable.get().attribute("name"), typed));
            }
        }
        return new Expr.ContextOf(entries, result);
    }

    private Expr invocation(String where, Xml boxed) {
        Expr function = boxed.children().stream()
                .filter(child -> !child.name().equals("binding") && !NOT_LOGIC.contains(child.name()))
                .findFirst()
                .map(child -> expression(where, child))
                .orElseThrow(() -> Faults.syntax(where, "invocation"));
        return new Expr.Invoke(
                function,
                boxed.children("binding").stream()
                        .map(binding -> new Expr.Argument(
                                binding.children("parameter").getFirst().attribute("name"), inside(where, binding)))
                        .toList());
    }

    private Expr relation(String where, Xml boxed) {
        List<String> names = boxed.children("column").stream()
                .map(column -> column.attribute("name"))
                .toList();
        return new Expr.ListOf(boxed.children("row").stream()
                .<Expr>map(row -> {
                    List<Xml> cells = row.children();
                    var entries = new ArrayList<Expr.Entry>();
                    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                        entries.add(new Expr.Entry(names.get(i), expression(where, cells.get(i))));
                    }
                    return new Expr.ContextOf(entries, Optional.empty());
                })
                .toList());
    }
}
