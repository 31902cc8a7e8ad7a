package org.weimin.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Prints an XML tree so that a table's row is a few lines and a change of one cell is one line of a difference. */
final class XmlWriter {
    private static final List<String> FIRST = List.of(
            "xmlns", "id", "name", "label", "w:en", "w:law", "hitPolicy", "dmnElementRef", "x", "y", "width", "height");
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private XmlWriter() {}

    static String write(Element root) {
        var writer = new XmlWriter();
        writer.block(root, "");
        return writer.out.toString();
    }

    private void block(Element element, String indent) {
        if (isOneLine(element)) {
            out.append(indent);
            inline(element);
            out.append('\n');
            return;
        }
        out.append(indent).append(open(element)).append(">\n");
        boolean inCells = false;
        for (Node node : content(element)) {
            boolean cell = node.getNodeName().equals("inputEntry");
            if (inCells && !cell) {
                out.append('\n');
            }
            switch (node) {
                case Element child
                when cell -> {
                    out.append(inCells ? "" : indent + "  ");
                    inline(child);
                }
                case Element child -> block(child, indent + "  ");
                default -> out.append(indent).append("  ").append(comment(node)).append('\n');
            }
            inCells = cell;
        }
        out.append(inCells ? "\n" : "")
                .append(indent)
                .append("</")
                .append(element.getTagName())
                .append(">\n");
    }

    private void inline(Element element) {
        List<Node> content = content(element);
        String text = content.isEmpty() ? element.getTextContent().strip() : "";
        out.append(open(element));
        if (content.isEmpty() && text.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>').append(escaped(text));
        content.forEach(child -> inline((Element) child));
        out.append("</").append(element.getTagName()).append('>');
    }

    /** A chain of single children, or an edge with its two ends. */
    private static boolean isOneLine(Element element) {
        List<Node> content = content(element);
        boolean few = content.size() <= 1 || element.getTagName().endsWith("DMNEdge");
        return few && content.stream().allMatch(child -> child instanceof Element next && isOneLine(next));
    }

    private static List<Node> content(Element element) {
        var content = new ArrayList<Node>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element || node instanceof Comment) {
                content.add(node);
            }
        }
        return content;
    }

    private static String comment(Node node) {
        return "<!--" + node.getNodeValue() + "-->";
    }

    private static String open(Element element) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        attributes.sort(Comparator.comparingInt(XmlWriter::rank).thenComparing(Attr::getName));
        var tag = new StringBuilder("<").append(element.getTagName());
        for (Attr attribute : attributes) {
            tag.append(' ')
                    .append(attribute.getName())
                    .append("=\"")
                    .append(escaped(attribute.getValue()).replace("\"", "&quot;"))
                    .append('"');
        }
        return tag.toString();
    }

    private static int rank(Attr attribute) {
        int rank = FIRST.indexOf(attribute.getName().startsWith("xmlns") ? "xmlns" : attribute.getName());
        return rank < 0 ? FIRST.size() : rank;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
