package org.weimin.casework.internal;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a process as SVG from the file's own coordinates; what is done and what is current carries a class. */
public final class CourseDrawing {
    private static final int MARGIN = 16;
    private final Course process;
    private final Function<Course.Node, String> label;
    private final StringBuilder svg = new StringBuilder();

    private CourseDrawing(Course process, Function<Course.Node, String> label) {
        this.process = process;
        this.label = label;
    }

    /** The drawing, with a title for screen readers; labels are in the reader's language. */
    public static String of(
            Course process, String title, String current, Set<String> done, Function<Course.Node, String> label) {
        return new CourseDrawing(process, label).draw(title, current, done);
    }

    private String draw(String title, String current, Set<String> done) {
        int left = process.nodes().stream().mapToInt(Course.Node::x).min().orElse(0) - MARGIN;
        int top = process.nodes().stream().mapToInt(Course.Node::y).min().orElse(0) - 2 * MARGIN;
        int right = process.nodes().stream()
                        .mapToInt(node -> node.x() + node.width())
                        .max()
                        .orElse(0)
                + MARGIN;
        int bottom = process.flows().stream()
                        .flatMap(flow -> flow.way().stream())
                        .mapToInt(Course.Point::y)
                        .max()
                        .orElse(0)
                + 4 * MARGIN;
        svg.append("<svg class=\"process\" role=\"img\" viewBox=\"%d %d %d %d\">"
                .formatted(left, top, right - left, bottom - top));
        svg.append("<title>").append(escape(title)).append("</title>");
        svg.append("<defs><marker id=\"process-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
                + "markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        process.flows().forEach(this::drawFlow);
        process.nodes().forEach(node -> drawNode(node, current, done));
        return svg.append("</svg>").toString();
    }

    private void drawFlow(Course.Flow flow) {
        String points =
                flow.way().stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
        svg.append("<polyline class=\"flow\" fill=\"none\" marker-end=\"url(#process-tip)\" points=\"%s\"/>"
                .formatted(points));
    }

    private void drawNode(Course.Node node, String current, Set<String> done) {
        String state = node.id().equals(current) ? " current" : done.contains(node.id()) ? " done" : "";
        int midX = node.x() + node.width() / 2;
        int midY = node.y() + node.height() / 2;
        svg.append("<g class=\"node %s%s\">".formatted(node.kind().name().toLowerCase(java.util.Locale.ROOT), state));
        switch (node.kind()) {
            case START, END ->
                svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(midX, midY, node.width() / 2));
            case GATEWAY ->
                svg.append("<path d=\"M%d %dL%d %dL%d %dL%d %dz\"/>"
                        .formatted(
                                midX,
                                node.y(),
                                node.x() + node.width(),
                                midY,
                                midX,
                                node.y() + node.height(),
                                node.x(),
                                midY));
            case TASK -> drawTask(node, midX, midY);
        }
        svg.append("</g>");
    }

    private void drawTask(Course.Node node, int midX, int midY) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
                .formatted(node.x(), node.y(), node.width(), node.height()));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                .formatted(midX, midY + 5, escape(label.apply(node))));
        if (!node.law().isEmpty()) {
            svg.append("<text class=\"law\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(midX, node.y() + node.height() + 14, escape(node.law())));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
