package org.weimin.engine;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML element, read without document types, entities or anything else that reaches out of the file. */
record Xml(Element element) {
    private static final int LARGEST = 5_000_000;
    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    static Xml read(String where, String text) {
        if (text.length() > LARGEST) {
            throw Faults.unsupported(where, "a file of " + text.length() + " characters");
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(DEPTH, "100");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void fatalError(SAXParseException malformed) throws SAXException {
                    throw malformed;
                }
            });
            return new Xml(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException malformed) {
            throw Faults.syntax(where, String.valueOf(malformed.getMessage()));
        } catch (ParserConfigurationException | IOException broken) {
            throw new IllegalStateException("This JVM cannot read XML", broken);
        }
    }

    String name() {
        return element.getLocalName();
    }

    String namespace() {
        return String.valueOf(element.getNamespaceURI());
    }

    /** The attribute, or an empty text. */
    String attribute(String name) {
        return element.getAttribute(name);
    }

    String attribute(String namespace, String name) {
        return element.getAttributeNS(namespace, name);
    }

    List<Xml> children() {
        var children = new ArrayList<Xml>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Xml(child));
            }
        }
        return children;
    }

    /** This element and all within it. */
    void walk(Consumer<Xml> each) {
        each.accept(this);
        children().forEach(child -> child.walk(each));
    }

    List<Xml> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    /** The text of the first child of that name, or an empty text. */
    String text(String child) {
        return children(child).stream()
                .findFirst()
                .map(found -> found.element().getTextContent().strip())
                .orElse("");
    }
}
