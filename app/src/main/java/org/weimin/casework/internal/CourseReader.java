package org.weimin.casework.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.weimin.kernel.Refused;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads BPMN 2.0 XML with its drawing; an element that the walker would not obey is refused by its name. */
final class CourseReader {
    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(?:\\$\\{)?\\s*outcome == '([a-z][a-z-]*)'\\s*}?\\s*");

    private final Element definitions;
    private final Map<String, Element> shapes = new HashMap<>();
    private final Map<String, Element> edges = new HashMap<>();
    private final List<Course.Node> nodes = new ArrayList<>();
    private final List<Course.Flow> flows = new ArrayList<>();

    CourseReader(String bpmn) {
        this.definitions = parse(bpmn);
    }

    Course read() {
        descendants(definitions, "BPMNShape").forEach(shape -> shapes.put(shape.getAttribute("bpmnElement"), shape));
        descendants(definitions, "BPMNEdge").forEach(edge -> edges.put(edge.getAttribute("bpmnElement"), edge));
        List<Element> processes = children(definitions).stream()
                .filter(element -> MODEL.equals(element.getNamespaceURI()))
                .toList();
        if (processes.size() != 1 || !"process".equals(processes.getFirst().getLocalName())) {
            throw new Refused("casework.process.one-process");
        }
        children(processes.getFirst()).forEach(this::readElement);
        return new Course(nodes, flows);
    }

    private void readElement(Element element) {
        switch (element.getLocalName()) {
            case "startEvent" -> readNode(element, Course.Kind.START);
            case "userTask" -> readNode(element, Course.Kind.TASK);
            case "exclusiveGateway" -> readNode(element, Course.Kind.GATEWAY);
            case "endEvent" -> readNode(element, Course.Kind.END);
            case "sequenceFlow" -> readFlow(element);
            case "documentation" -> {}
            default -> throw new Refused("casework.process.unknown-element", element.getLocalName());
        }
    }

    private void readNode(Element element, Course.Kind kind) {
        String law = "";
        for (Element child : children(element)) {
            switch (child.getLocalName()) {
                case "documentation" -> law = child.getTextContent().strip();
                case "incoming", "outgoing" -> {}
                default -> throw new Refused("casework.process.unknown-element", child.getLocalName());
            }
        }
        String id = element.getAttribute("id");
        Element bounds = descendants(drawn(shapes, id), "Bounds").getFirst();
        nodes.add(new Course.Node(
                id,
                kind,
                element.getAttribute("name"),
                law,
                number(bounds, "x"),
                number(bounds, "y"),
                number(bounds, "width"),
                number(bounds, "height")));
    }

    private void readFlow(Element element) {
        String id = element.getAttribute("id");
        Optional<String> outcome = Optional.empty();
        for (Element child : children(element)) {
            if (!"conditionExpression".equals(child.getLocalName())) {
                throw new Refused("casework.process.unknown-element", child.getLocalName());
            }
            outcome = Optional.of(outcomeIn(child.getTextContent()));
        }
        List<Course.Point> way = descendants(drawn(edges, id), "waypoint").stream()
                .map(point -> new Course.Point(number(point, "x"), number(point, "y")))
                .toList();
        flows.add(new Course.Flow(
                id, element.getAttribute("sourceRef"), element.getAttribute("targetRef"), outcome, way));
    }

    private static String outcomeIn(String condition) {
        Matcher matcher = CONDITION.matcher(condition);
        if (!matcher.matches()) {
            throw new Refused("casework.process.condition", condition.strip());
        }
        return matcher.group(1);
    }

    private static Element drawn(Map<String, Element> drawing, String id) {
        Element found = drawing.get(id);
        if (found == null) {
            throw new Refused("casework.process.not-drawn", id);
        }
        return found;
    }

    /** Modellers write halves of a pixel; the sheet is printed in whole ones. */
    private static int number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        try {
            return new java.math.BigDecimal(text)
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .intValueExact();
        } catch (NumberFormatException malformed) {
            throw new Refused("casework.process.coordinate", text);
        }
    }

    private static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> descendants(Element parent, String localName) {
        var list = parent.getElementsByTagNameNS("*", localName);
        var found = new ArrayList<Element>();
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    private static Element parse(String bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(bpmn))).getDocumentElement();
        } catch (SAXException | IOException malformed) {
            throw new Refused("casework.process.malformed", String.valueOf(malformed.getMessage()));
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException("This JVM has no XML parser", broken);
        }
    }
}
