package org.weimin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.weimin.engine.RulesDrawing.Part;

/** The picture of a rules file: inputs at the foot, each decision above all it needs, answers at the top. */
final class RulesDiagram {
    private static final int COLUMN = 210;
    private static final int ROW = 130;
    private static final int WIDTH = 180;
    private static final int HEIGHT = 60;
    private static final int INPUTS_IN_A_ROW = 10;
    private static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";

    private record Place(String element, int x, int y) {}

    private final Element root;
    private final List<String> inputs;
    private final Map<String, Part> parts;
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    RulesDiagram(Element root, List<String> inputs, Map<String, Part> parts) {
        this.root = root;
        this.inputs = inputs;
        this.parts = parts;
    }

    void draw() {
        place();
        root.setAttribute("xmlns:dmndi", DMNDI);
        root.setAttribute("xmlns:dc", DC);
        root.setAttribute("xmlns:di", DI);
        Element drawing = make(DMNDI, "dmndi:DMNDI");
        Element diagram = make(DMNDI, "dmndi:DMNDiagram");
        diagram.setAttribute("id", "diagram");
        drawing.appendChild(diagram);
        places.forEach((name, place) -> diagram.appendChild(shape(name, place)));
        parts.values()
                .forEach(part -> places.keySet().stream()
                        .filter(part.requires()::contains)
                        .forEach(required -> diagram.appendChild(edge(required, part.name()))));
        root.appendChild(drawing);
    }

    private void place() {
        var rows = new TreeMap<Integer, List<Part>>();
        parts.values()
                .forEach(part -> rows.computeIfAbsent(level(part), level -> new ArrayList<>())
                        .add(part));
        int top = rows.isEmpty() ? 0 : rows.lastKey();
        for (int i = 0; i < inputs.size(); i++) {
            int y = 60 + (top + i / INPUTS_IN_A_ROW) * ROW;
            places.put(inputs.get(i), new Place("i_" + inputs.get(i), 60 + i % INPUTS_IN_A_ROW * COLUMN, y));
        }
        rows.forEach((level, row) -> {
            for (int i = 0; i < row.size(); i++) {
                String id = row.get(i).element().getAttribute("id");
                places.put(row.get(i).name(), new Place(id, 60 + i * COLUMN, 60 + (top - level) * ROW));
            }
        });
    }

    private int level(Part part) {
        Integer known = levels.get(part.name());
        if (known != null) {
            return known;
        }
        levels.put(part.name(), 1); // A cycle ends here; reading the file refuses it by name.
        int level = 1
                + parts.values().stream()
                        .filter(other -> part.requires().contains(other.name()))
                        .mapToInt(this::level)
                        .max()
                        .orElse(0);
        levels.put(part.name(), level);
        return level;
    }

    private Element shape(String name, Place place) {
        Element shape = make(DMNDI, "dmndi:DMNShape");
        shape.setAttribute("id", "s_" + name);
        shape.setAttribute("dmnElementRef", place.element());
        Element bounds = make(DC, "dc:Bounds");
        bounds.setAttribute("x", String.valueOf(place.x()));
        bounds.setAttribute("y", String.valueOf(place.y()));
        bounds.setAttribute("width", String.valueOf(WIDTH));
        bounds.setAttribute("height", String.valueOf(HEIGHT));
        shape.appendChild(bounds);
        return shape;
    }

    private Element edge(String required, String by) {
        Element edge = make(DMNDI, "dmndi:DMNEdge");
        edge.setAttribute("id", "e_" + required + "_" + by);
        edge.setAttribute("dmnElementRef", "r_" + required + "_" + by);
        edge.appendChild(waypoint(required, 0));
        edge.appendChild(waypoint(by, HEIGHT));
        return edge;
    }

    private Element waypoint(String name, int down) {
        Place place = Objects.requireNonNull(places.get(name), name);
        Element waypoint = make(DI, "di:waypoint");
        waypoint.setAttribute("x", String.valueOf(place.x() + WIDTH / 2));
        waypoint.setAttribute("y", String.valueOf(place.y() + down));
        return waypoint;
    }

    private Element make(String namespace, String tag) {
        return root.getOwnerDocument().createElementNS(namespace, tag);
    }
}
