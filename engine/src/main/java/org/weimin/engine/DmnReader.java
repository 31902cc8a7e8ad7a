package org.weimin.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.Rules.Literal;
import org.weimin.engine.Rules.Logic;

/** Reads a DMN file into drafts of its decisions; refuses by name what the profile does not know. */
final class DmnReader {
    private static final String OURS = "https://weimin.org/ns/rules";
    private static final Set<String> DRAWN_ONLY = Set.of(
            "DMNDI",
            "textAnnotation",
            "association",
            "group",
            "knowledgeSource",
            "itemDefinition",
            "elementCollection",
            "performanceIndicator",
            "organizationUnit",
            "extensionElements",
            "description");
    private static final Set<String> SAID_ONLY = Set.of(
            "variable",
            "authorityRequirement",
            "description",
            "question",
            "allowedAnswers",
            "extensionElements",
            "supportedObjective",
            "impactedPerformanceIndicator",
            "decisionMaker",
            "decisionOwner",
            "usingProcess",
            "usingTask",
            "encapsulatedLogic",
            "formalParameter");
    private final String where;
    private final Profile profile;
    private final Xml root;
    private final FeelReader feel;
    private final TableReader tables;
    private final BoxedReader boxed;

    private DmnReader(String where, Profile profile, Xml root) {
        this.where = where;
        this.profile = profile;
        this.root = root;
        var names = new TreeSet<>(Builtins.names());
        if (!root.children("import").isEmpty()) {
            throw Faults.unsupported(where, "import");
        }
        root.walk(element -> names.add(element.attribute("name")));
        this.feel = ItemTypes.read(where, root, profile, new Names(names));
        this.tables = new TableReader(profile, feel);
        this.boxed = new BoxedReader(feel, tables);
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

    /** The rules of a pack, checked against its facts and parameters. */
    static Rules read(
            String where, String dmn, FactsDictionary dictionary, Map<String, org.weimin.engine.Parameter> parameters) {
        var vocabulary = new Vocabulary(dictionary, parameters);
        var reader = of(where, Profile.PACK, dmn);
        var inputs = new LinkedHashMap<String, Type>();
        reader.inputs().forEach((name, element) -> inputs.put(name, vocabulary.inputType(reader.at(name), name)));
        return new RulesCheck(where, vocabulary, inputs, reader.drafts()).rules();
    }

    /** A model from elsewhere. */
    static Model model(String where, String dmn) {
        var reader = of(where, Profile.DMN, dmn);
        var inputs = new LinkedHashMap<String, FeelType>();
        reader.inputs().forEach((name, element) -> inputs.put(name, reader.boxed.typeOf(where, element)));
        var decisions = new LinkedHashMap<String, Rules.Decision>();
        reader.drafts()
                .forEach((name, draft) -> decisions.put(
                        name, new Rules.Decision(name, draft.label(), draft.law(), draft.logic(), Type.ANY)));
        return new Model(new Rules(Map.of(), decisions, Map.of()), inputs);
    }

    private static DmnReader of(String where, Profile profile, String dmn) {
        Xml root = Xml.read(where, dmn);
        if (!root.name().equals("definitions") || !root.namespace().startsWith("https://www.omg.org/spec/DMN/20")) {
            throw Faults.unsupported(where, root.name() + " " + root.namespace());
        }
        return new DmnReader(where, profile, root);
    }

    private Map<String, Xml> inputs() {
        var inputs = new LinkedHashMap<String, Xml>();
        root.children("inputData").forEach(element -> inputs.put(element.attribute("name"), element));
        return inputs;
    }

    private Map<String, Draft> drafts() {
        var drafts = new LinkedHashMap<String, Draft>();
        for (Xml element : root.children()) {
            switch (element.name()) {
                case "inputData" -> {}
                case "decision" -> add(drafts, decision(element));
                case "businessKnowledgeModel" -> add(drafts, function(element));
                case "decisionService" -> add(drafts, service(element));
                default -> {
                    if (!DRAWN_ONLY.contains(element.name())) {
                        throw Faults.unsupported(where, element.name());
                    }
                }
            }
        }
        return drafts;
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
        String name = element.attribute("name");
        return draft(element, false, List.of(), typed(boxed.typeOf(at(name), element), logic(name, element)));
    }

    private Draft function(Xml element) {
        String name = element.attribute("name");
        Xml logic = element.children("encapsulatedLogic").stream()
                .findFirst()
                .orElseThrow(() -> Faults.unsupported(at(name), "a model without logic"));
        if (profile == Profile.DMN) {
            FeelType result = boxed.typeOf(at(name), element);
            return draft(element, false, List.of(), new Literal("", boxed.function(at(name), logic, result)));
        }
        var parameters = logic.children("formalParameter").stream()
                .map(parameter -> new Rules.Parameter(
                        parameter.attribute("name"), Vocabulary.typeRef(at(name), parameter.attribute("typeRef"))))
                .toList();
        return draft(element, true, parameters, logic(name, logic));
    }

    /** 决策服务: a function of its inputs that gives its decisions. */
    private Draft service(Xml element) {
        String name = element.attribute("name");
        profile.beyondPacks(where, "decisionService");
        var parameters = new java.util.ArrayList<Expr.Parameter>();
        for (String kind : List.of("inputData", "inputDecision")) {
            element.children(kind).forEach(input -> parameters.add(boxed.parameter(at(name), referred(name, input))));
        }
        List<String> outputs = element.children("outputDecision").stream()
                .map(output -> referred(name, output).attribute("name"))
                .toList();
        Expr service = new Expr.Service(parameters, outputs, boxed.typeOf(at(name), element));
        return draft(element, false, List.of(), new Literal("", service));
    }

    private Draft draft(Xml element, boolean isFunction, List<Rules.Parameter> parameters, Logic logic) {
        String name = element.attribute("name");
        var requires = new HashSet<String>();
        for (Xml part : element.children()) {
            if (part.name().equals("informationRequirement") || part.name().equals("knowledgeRequirement")) {
                requires.add(referred(name, part.children().getFirst()).attribute("name"));
            }
        }
        var label = new Text(element.attribute("label"), element.attribute(OURS, "en"));
        return new Draft(name, label, element.attribute(OURS, "law"), isFunction, parameters, requires, logic);
    }

    /** The one part of a decision or function that says how it is worked out. */
    private Logic logic(String name, Xml holder) {
        @Nullable Logic logic = null;
        for (Xml part : holder.children()) {
            switch (part.name()) {
                case "informationRequirement", "knowledgeRequirement" -> {}
                case "literalExpression" -> logic = new Literal(part.text("text"), boxed.expression(at(name), part));
                case "decisionTable" -> logic = tables.table(at(name), part);
                default -> {
                    if (!SAID_ONLY.contains(part.name())) {
                        profile.beyondPacks(at(name), part.name());
                        logic = new Literal("", boxed.expression(at(name), part));
                    }
                }
            }
        }
        if (logic == null) {
            profile.beyondPacks(at(name), "a decision without logic");
            return new Literal("", new Expr.Nothing());
        }
        return logic;
    }

    private static Logic typed(FeelType type, Logic logic) {
        if (type == FeelType.Basic.ANY) {
            return logic;
        }
        return switch (logic) {
            case Literal(var source, var expression) -> new Literal(source, new Expr.Typed(expression, type));
            case Rules.Table table -> new Literal("", new Expr.Typed(new Expr.TableOf(table), type));
        };
    }

    private Xml referred(String name, Xml reference) {
        String href = reference.attribute("href");
        String id = href.substring(href.indexOf('#') + 1);
        return root.children().stream()
                .filter(element -> element.attribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> Faults.unknownName(at(name), id));
    }
}
