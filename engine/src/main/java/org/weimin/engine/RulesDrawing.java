package org.weimin.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One rules file under completion: which names its logic uses, and what the file has to say about them. */
final class RulesDrawing {
    private static final String OURS = "https://weimin.org/ns/rules";
    private static final Set<String> REWRITTEN = Set.of("inputData", "DMNDI");
    private static final Set<String> OWN_TYPES =
            Set.of("tYuan", "tMember", "tMembers", "tReasons", "tAmounts", "tNumbers", "tDates", "tTruths");
    private static final Map<String, String> LIST_OF = Map.of(
            "string",
            "tReasons",
            "tYuan",
            "tAmounts",
            "number",
            "tNumbers",
            "date",
            "tDates",
            "boolean",
            "tTruths",
            "tMember",
            "tMembers");
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|((?<!\\.)\\.\\s*)?([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern LOCAL = Pattern.compile("\\b(?:for|some|every)\\s+([A-Za-z_][A-Za-z0-9_]*)\\s+in\\b");
    private final String where;
    private final Element root;
    private final Vocabulary vocabulary;

    /** A decision or function, and what its logic names. */
    record Part(String name, Element element, boolean isFunction, Set<String> requires) {}

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> memberFacts = new TreeSet<>();

    RulesDrawing(String where, Xml file, Vocabulary vocabulary) {
        this.where = where;
        this.root = file.element();
        this.vocabulary = vocabulary;
    }

    /** Fills whatever is marked {@code w:from="library"} from the shared library, with all that it uses of it. */
    void borrow(Function<String, Xml> libraries) {
        for (Xml part : parts(new Xml(root))) {
            String library = part.attribute(OURS, "from");
            if (!library.isEmpty()) {
                copy(part.attribute("name"), library, libraries.apply(library), part.element());
            }
        }
    }

    private void copy(String name, String library, Xml from, Node place) {
        Element original = parts(from).stream()
                .filter(each -> each.attribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> Faults.unknownName(where, library + " " + name))
                .element();
        var copy = (Element) root.getOwnerDocument().importNode(original, true);
        copy.setAttributeNS(OURS, "w:from", library);
        root.replaceChild(copy, place);
        Set<String> words = wordsOf(copy);
        for (Xml offered : parts(from)) {
            String used = offered.attribute("name");
            boolean known = parts(new Xml(root)).stream()
                    .anyMatch(each -> each.attribute("name").equals(used));
            if (words.contains(used) && !known) {
                Node before = root.insertBefore(root.getOwnerDocument().createComment(""), copy);
                copy(used, library, from, before);
            }
        }
    }

    private static List<Xml> parts(Xml file) {
        return file.children().stream()
                .filter(each -> each.name().equals("decision") || each.name().equals("businessKnowledgeModel"))
                .toList();
    }

    private Set<String> names(String kind) {
        var names = new HashSet<String>();
        new Xml(root).children(kind).forEach(each -> names.add(each.attribute("name")));
        return names;
    }

    String complete() {
        Xml file = new Xml(root);
        for (Xml element : file.children()) {
            boolean ownType = element.name().equals("itemDefinition") && OWN_TYPES.contains(element.attribute("name"));
            if (ownType || REWRITTEN.contains(element.name())) {
                root.removeChild(element.element());
            }
        }
        Set<String> decisions = names("decision");
        Set<String> functions = names("businessKnowledgeModel");
        for (Xml element : parts(file)) {
            String name = element.attribute("name");
            boolean isFunction = element.name().equals("businessKnowledgeModel");
            var requires = new LinkedHashSet<>(wordsOf(element.element()));
            requires.removeIf(
                    word -> !functions.contains(word) && (isFunction || !(decisions.contains(word) || isInput(word))));
            parts.put(name, new Part(name, element.element(), isFunction, requires));
        }
        List<String> inputs = inputs();
        parts.values().forEach(part -> require(part, inputs));
        var head = new ArrayList<Element>(types());
        inputs.forEach(input -> head.add(input(input)));
        Node first = root.getFirstChild();
        head.forEach(element -> root.insertBefore(element, first));
        new RulesDiagram(root, inputs, parts).draw();
        return XmlWriter.write(root);
    }

    /** Every name in the logic that is not local to it; the facts of members are kept apart. */
    private Set<String> wordsOf(Element logic) {
        var local = new HashSet<String>(Set.of("item"));
        elements(logic, "formalParameter").forEach(parameter -> local.add(parameter.getAttribute("name")));
        elements(logic, "contextEntry")
                .forEach(entry ->
                        elements(entry, "variable").forEach(variable -> local.add(variable.getAttribute("name"))));
        var words = new LinkedHashSet<String>();
        for (Element text : elements(logic, "text")) {
            if (text.getParentNode().getNodeName().equals("annotationEntry")) {
                continue;
            }
            LOCAL.matcher(text.getTextContent()).results().forEach(variable -> local.add(variable.group(1)));
            WORD.matcher(text.getTextContent()).results().forEach(word -> {
                if (word.group(1) == null && word.group(2) != null) {
                    words.add(word.group(2));
                } else if (word.group(2) != null && isMemberFact(word.group(2))) {
                    memberFacts.add(word.group(2));
                }
            });
        }
        words.removeAll(local);
        return words;
    }

    private boolean isMemberFact(String name) {
        return vocabulary.dictionary().find(name).filter(FactKind::ofMember).isPresent();
    }

    private boolean isInput(String name) {
        return Vocabulary.CASE.contains(name)
                || vocabulary.parameters().containsKey(name)
                || vocabulary.householdFact(name).isPresent();
    }

    /** Facts and parameters in their own order, then what every case brings. */
    private List<String> inputs() {
        var used = new HashSet<String>();
        parts.values().forEach(part -> used.addAll(part.requires()));
        used.removeAll(parts.keySet());
        var inputs = new ArrayList<String>();
        vocabulary.dictionary().list().stream()
                .filter(kind -> !kind.ofMember())
                .map(FactKind::name)
                .forEach(inputs::add);
        inputs.addAll(vocabulary.parameters().keySet());
        inputs.addAll(Vocabulary.CASE);
        inputs.retainAll(used);
        return inputs;
    }

    private void require(Part part, List<String> inputs) {
        Element element = part.element();
        element.setAttribute("id", (part.isFunction() ? "f_" : "d_") + part.name());
        for (Xml child : new Xml(element).children()) {
            if (Set.of("variable", "informationRequirement", "knowledgeRequirement")
                    .contains(child.name())) {
                element.removeChild(child.element());
            }
        }
        var head = new ArrayList<Element>();
        Element variable = make("variable", "name", part.name());
        if (!part.isFunction()) {
            variable.setAttribute("typeRef", typeOf(part));
        }
        head.add(variable);
        var required = new ArrayList<Element>();
        inputs.stream()
                .filter(part.requires()::contains)
                .forEach(
                        name -> required.add(requirement(part, "informationRequirement", "requiredInput", "i_", name)));
        parts.values().stream()
                .filter(other -> part.requires().contains(other.name()))
                .sorted((left, right) -> Boolean.compare(left.isFunction(), right.isFunction()))
                .forEach(other -> required.add(
                        other.isFunction()
                                ? requirement(part, "knowledgeRequirement", "requiredKnowledge", "f_", other.name())
                                : requirement(part, "informationRequirement", "requiredDecision", "d_", other.name())));
        if (part.isFunction()) {
            required.forEach(element::appendChild);
        } else {
            head.addAll(required);
        }
        Node first = element.getFirstChild();
        head.forEach(each -> element.insertBefore(each, first));
        elements(element, "decisionTable").forEach(table -> number(part.name(), table));
    }

    private Element requirement(Part part, String kind, String link, String prefix, String name) {
        Element requirement = make(kind, "id", "r_" + name + "_" + part.name());
        requirement.appendChild(make(link, "href", "#" + prefix + name));
        return requirement;
    }

    private static void number(String name, Element table) {
        var counts = new LinkedHashMap<String, Integer>();
        for (Xml part : new Xml(table).children()) {
            int count = counts.merge(part.name(), 1, Integer::sum);
            switch (part.name()) {
                case "input" -> part.element().setAttribute("id", name + "_i" + count);
                case "output" -> part.element().setAttribute("id", name + "_o" + (count == 1 ? "" : count));
                case "rule" -> part.element().setAttribute("id", name + "_" + count);
                default -> {}
            }
        }
    }

    /** The type that the logic states; a table that collects a list gives a list of it. */
    private String typeOf(Part part) {
        for (Xml logic : new Xml(part.element()).children()) {
            switch (logic.name()) {
                case "decisionTable" -> {
                    String type = logic.children("output").getFirst().attribute("typeRef");
                    boolean list = logic.attribute("hitPolicy").equals("COLLECT")
                            && logic.attribute("aggregation").isEmpty();
                    return list ? LIST_OF.getOrDefault(type, type) : type;
                }
                case "literalExpression", "context", "invocation" -> {
                    return logic.attribute("typeRef");
                }
                default -> {}
            }
        }
        throw Faults.unsupported(where + " " + part.name(), "a decision without logic");
    }

    private Element input(String name) {
        Element input = make("inputData", "name", name);
        input.setAttribute("id", "i_" + name);
        Element variable = make("variable", "name", name);
        variable.setAttribute("typeRef", typeRef(vocabulary.inputType(where, name)));
        input.appendChild(variable);
        return input;
    }

    private static String typeRef(Type type) {
        return switch (type.kind()) {
            case MONEY -> "tYuan";
            case TEXT -> "string";
            case MEMBER -> type.list() ? "tMembers" : "tMember";
            default -> type.kind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private List<Element> types() {
        var types = new ArrayList<Element>();
        types.add(itemDefinition("tYuan", "number"));
        Element member = make("itemDefinition", "name", "tMember");
        var kinds = vocabulary.dictionary().list().stream().filter(FactKind::ofMember);
        kinds.filter(kind -> Set.of("person", "name").contains(kind.name()) || memberFacts.contains(kind.name()))
                .forEach(kind -> {
                    Element component = make("itemComponent", "name", kind.name());
                    component.appendChild(leaf("typeRef", typeRef(kind.feelType())));
                    member.appendChild(component);
                });
        types.add(member);
        var used = new HashSet<String>(Set.of("tMembers"));
        for (String kind : List.of("variable", "output", "literalExpression", "formalParameter")) {
            elements(root, kind).forEach(element -> used.add(element.getAttribute("typeRef")));
        }
        LIST_OF.entrySet().stream()
                .filter(list -> used.contains(list.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(list -> {
                    Element definition = itemDefinition(list.getValue(), list.getKey());
                    definition.setAttribute("isCollection", "true");
                    types.add(definition);
                });
        return types;
    }

    private Element itemDefinition(String name, String typeRef) {
        Element definition = make("itemDefinition", "name", name);
        definition.appendChild(leaf("typeRef", typeRef));
        return definition;
    }

    private Element make(String tag, String attribute, String value) {
        Element element = make(tag);
        element.setAttribute(attribute, value);
        return element;
    }

    private Element leaf(String tag, String text) {
        Element element = make(tag);
        element.setTextContent(text);
        return element;
    }

    private Element make(String tag) {
        String prefix = root.getPrefix();
        return root.getOwnerDocument()
                .createElementNS(root.getNamespaceURI(), prefix == null ? tag : prefix + ":" + tag);
    }

    private static List<Element> elements(Element within, String name) {
        var found = new ArrayList<Element>();
        var all = within.getElementsByTagNameNS("*", name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }
}
