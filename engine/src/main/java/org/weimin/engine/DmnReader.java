package org.weimin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.Rules.Column;
import org.weimin.engine.Rules.Hit;
import org.weimin.engine.Rules.Literal;
import org.weimin.engine.Rules.Logic;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;

/** Reads a DMN file into drafts, whose types {@link RulesCheck} works out; refuses by name what it does not know. */
final class DmnReader {
    private static final String OURS = "https://weimin.org/ns/rules";
    private static final Set<String> DRAWN_ONLY =
            Set.of("DMNDI", "textAnnotation", "association", "knowledgeSource", "itemDefinition", "description");
    private final String where;
    private final Map<String, String> namesById = new HashMap<>();

    private DmnReader(String where) {
        this.where = where;
    }

    /** A decision or function before its type is known. */
    record Draft(
            String name,
            Text label,
            String law,
            boolean isFunction,
            List<Rules.Parameter> parameters,
            Set<String> requires,
            Logic logic) {}

    static Rules read(
            String where, String dmn, FactsDictionary dictionary, Map<String, org.weimin.engine.Parameter> parameters) {
        Xml root = Xml.read(where, dmn);
        if (!root.name().equals("definitions") || !root.namespace().startsWith("https://www.omg.org/spec/DMN/20")) {
            throw Faults.unsupported(where, root.name() + " " + root.namespace());
        }
        return new DmnReader(where).model(root, new Vocabulary(dictionary, parameters));
    }

    private Rules model(Xml root, Vocabulary vocabulary) {
        root.children().forEach(element -> namesById.put(element.attribute("id"), element.attribute("name")));
        var inputs = new LinkedHashMap<String, Type>();
        var drafts = new LinkedHashMap<String, Draft>();
        for (Xml element : root.children()) {
            String name = element.attribute("name");
            switch (element.name()) {
                case "inputData" -> inputs.put(name, vocabulary.inputType(at(name), name));
                case "decision" -> add(drafts, decision(element));
                case "businessKnowledgeModel" -> add(drafts, function(element));
                default -> {
                    if (!DRAWN_ONLY.contains(element.name())) {
                        throw Faults.unsupported(where, element.name());
                    }
                }
            }
        }
        return new RulesCheck(where, vocabulary, inputs, drafts).rules();
    }

    private String at(String name) {
        return where + " " + name;
    }

    private void add(Map<String, Draft> drafts, Draft draft) {
        if (drafts.put(draft.name(), draft) != null) {
            throw Faults.overlap(at(draft.name()), "the name is there twice");
        }
    }

    private Draft decision(Xml element) {
        return draft(element, element, List.of(), false);
    }

    private Draft function(Xml element) {
        Xml logic = element.children("encapsulatedLogic").stream()
                .findFirst()
                .orElseThrow(() -> Faults.unsupported(at(element.attribute("name")), "a model without logic"));
        var parameters = logic.children("formalParameter").stream()
                .map(parameter -> new Rules.Parameter(
                        parameter.attribute("name"),
                        Vocabulary.typeRef(at(element.attribute("name")), parameter.attribute("typeRef"))))
                .toList();
        return draft(element, logic, parameters, true);
    }

    private Draft draft(Xml element, Xml holder, List<Rules.Parameter> parameters, boolean isFunction) {
        String name = element.attribute("name");
        var requires = new HashSet<String>();
        @Nullable Logic logic = null;
        for (Xml part : holder.equals(element) ? element.children() : both(element, holder)) {
            switch (part.name()) {
                case "informationRequirement", "knowledgeRequirement" -> requires.add(required(name, part));
                case "literalExpression" -> logic = literal(at(name), part.text("text"));
                case "decisionTable" -> logic = table(at(name), part);
                case "variable", "authorityRequirement", "description", "question", "allowedAnswers" -> {}
                case "encapsulatedLogic", "formalParameter" -> {}
                default -> throw Faults.unsupported(at(name), part.name());
            }
        }
        if (logic == null) {
            throw Faults.unsupported(at(name), "a decision without logic");
        }
        var label = new Text(element.attribute("label"), element.attribute(OURS, "en"));
        return new Draft(name, label, element.attribute(OURS, "law"), isFunction, parameters, requires, logic);
    }

    private static Literal literal(String where, String source) {
        return new Literal(source, FeelReader.expression(where, source));
    }

    private static List<Xml> both(Xml element, Xml holder) {
        var parts = new ArrayList<>(element.children());
        parts.addAll(holder.children());
        return parts;
    }

    private String required(String name, Xml requirement) {
        String id = requirement.children().getFirst().attribute("href").replaceFirst("^#", "");
        String required = namesById.get(id);
        if (required == null) {
            throw Faults.unknownName(at(name), id);
        }
        return required;
    }

    private Table table(String where, Xml table) {
        var columns = new ArrayList<Column>();
        var annotations = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        int outputs = 0;
        for (Xml part : table.children()) {
            switch (part.name()) {
                case "input" -> columns.add(column(where, part));
                case "output" -> {
                    outputs++;
                    if (!part.children().isEmpty()) {
                        throw Faults.unsupported(
                                where, part.children().getFirst().name());
                    }
                }
                case "annotation" -> annotations.add(part.attribute("name"));
                case "rule" -> rows.add(row(where + " row " + (rows.size() + 1), rows.size() + 1, part, annotations));
                default -> throw Faults.unsupported(where, part.name());
            }
        }
        if (outputs != 1) {
            throw Faults.unsupported(where, outputs + " output columns");
        }
        return new Table(hit(where, table), List.copyOf(columns), List.copyOf(rows), List.of());
    }

    private static Column column(String where, Xml input) {
        for (Xml part : input.children()) {
            if (!part.name().equals("inputExpression")) {
                throw Faults.unsupported(where, part.name());
            }
        }
        String source = input.children("inputExpression").getFirst().text("text");
        return new Column(source, FeelReader.expression(where, source));
    }

    private static Row row(String where, int number, Xml rule, List<String> annotations) {
        var cells = new ArrayList<Cell>();
        for (Xml entry : rule.children("inputEntry")) {
            cells.add(FeelReader.cell(where + " column " + (cells.size() + 1), entry.text("text")));
        }
        var notes = rule.children("annotationEntry").stream()
                .map(entry -> entry.text("text"))
                .toList();
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < Math.min(notes.size(), annotations.size()); i++) {
            byName.put(annotations.get(i), notes.get(i).strip());
        }
        String law = byName.getOrDefault("law", "");
        if (law.isEmpty()) {
            throw Faults.noLaw(where);
        }
        String output = rule.children("outputEntry").getFirst().text("text");
        return new Row(
                String.valueOf(number),
                List.copyOf(cells),
                output,
                FeelReader.expression(where + " output", output),
                law,
                new Text(byName.getOrDefault("zh", ""), byName.getOrDefault("en", "")));
    }

    private static Hit hit(String where, Xml table) {
        String policy = table.attribute("hitPolicy");
        String aggregation = table.attribute("aggregation");
        return switch (policy.isEmpty() ? "UNIQUE" : policy) {
            case "UNIQUE" -> Hit.UNIQUE;
            case "FIRST" -> Hit.FIRST;
            case "COLLECT" ->
                switch (aggregation) {
                    case "" -> Hit.COLLECT;
                    case "MAX" -> Hit.COLLECT_MAX;
                    case "SUM" -> Hit.COLLECT_SUM;
                    default -> throw Faults.unsupported(where, "COLLECT " + aggregation);
                };
            default -> throw Faults.unsupported(where, "hit policy " + policy);
        };
    }
}
