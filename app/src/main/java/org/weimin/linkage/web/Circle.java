package org.weimin.linkage.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weimin.linkage.IntegrationMap;
import org.weimin.linkage.Tie;

/** 弦图: puts the lines on a circle, bundle beside bundle, and draws each tie that is not loose as a curve. */
final class Circle {
    static final int MIDDLE_X = 340;
    static final int MIDDLE_Y = 240;
    private static final int RADIUS = 180;
    private static final int LABEL_RADIUS = 200;
    private static final int WIDEST = 14;
    private static final int WHOLE = 100;
    private final Map<String, IntegrationView.Node> nodes = new HashMap<>();
    private final List<IntegrationView.Node> inOrder = new ArrayList<>();

    private Circle(List<IntegrationMap.Standing> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).line();
            double angle = 2 * Math.PI * i / lines.size() - Math.PI / 2;
            int labelX = at(MIDDLE_X, LABEL_RADIUS, Math.cos(angle));
            var node = new IntegrationView.Node(
                    "/integration/lines/" + line.code(),
                    EventWords.either(line.title()),
                    line.bundle(),
                    at(MIDDLE_X, RADIUS, Math.cos(angle)),
                    at(MIDDLE_Y, RADIUS, Math.sin(angle)),
                    labelX,
                    at(MIDDLE_Y, LABEL_RADIUS, Math.sin(angle)),
                    Math.abs(labelX - MIDDLE_X) < RADIUS / 6 ? "middle" : labelX > MIDDLE_X ? "start" : "end");
            nodes.put(line.code(), node);
            inOrder.add(node);
        }
    }

    private static int at(int middle, int radius, double share) {
        return middle + (int) Math.round(radius * share);
    }

    static IntegrationView.Drawing of(IntegrationMap map) {
        var circle = new Circle(map.lines());
        return new IntegrationView.Drawing(
                circle.inOrder,
                map.ties().stream()
                        .filter(tie -> !tie.isLoose())
                        .map(tie -> circle.curve(tie, map))
                        .toList());
    }

    /** Bent towards the middle, so that near neighbours do not lie on the rim. */
    private IntegrationView.Curve curve(Tie tie, IntegrationMap map) {
        IntegrationView.Node from = node(tie.one());
        IntegrationView.Node to = node(tie.other());
        String path = "M%d %dQ%d %d %d %d".formatted(from.x(), from.y(), MIDDLE_X, MIDDLE_Y, to.x(), to.y());
        return new IntegrationView.Curve(
                "/integration/pairs/" + tie.one() + "/" + tie.other(),
                from.title() + " – " + to.title() + " " + strength(tie),
                path,
                Math.max(1, WIDEST * tie.hundredths() / WHOLE),
                tie.gain().pays(map.rates()));
    }

    private IntegrationView.Node node(String line) {
        IntegrationView.Node node = nodes.get(line);
        if (node == null) {
            throw new IllegalStateException("Not on the circle: " + line);
        }
        return node;
    }

    /** 0.37: how strong it is, from 0 to 1. */
    static String strength(Tie tie) {
        return "%d.%02d".formatted(tie.hundredths() / WHOLE, tie.hundredths() % WHOLE);
    }
}
