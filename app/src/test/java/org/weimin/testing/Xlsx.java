package org.weimin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, so that a test may also make what no decent program writes. */
public final class Xlsx {
    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String STRINGS = "xl/sharedStrings.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A cell as raw XML, {@code <c …/>}. */
    public record Raw(String xml) {}

    private Xlsx(String sheetData) {
        with("[Content_Types].xml", """
            <Types xmlns="%scontent-types"><Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>\
            <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
            <Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>\
            """.formatted(PACKAGE, TYPE, TYPE, TYPE));
        with("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        with("xl/workbook.xml", """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>\
            """.formatted(MAIN, OFFICE));
        with("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="%srelationships">\
            <Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="r2" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>\
            """.formatted(PACKAGE, OFFICE, OFFICE));
        with(STRINGS, strings(""));
        with(SHEET, sheet(sheetData));
    }

    /** Text becomes a text cell, a number a number cell, null none at all. */
    public static Xlsx of(List<? extends List<?>> rows) {
        return new Xlsx(rows(1, rows));
    }

    public static Xlsx ofXml(String sheetData) {
        return new Xlsx(sheetData);
    }

    public static String rows(int first, List<? extends List<?>> rows) {
        var xml = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            xml.append(row(first + i, rows.get(i)));
        }
        return xml.toString();
    }

    public static String row(int number, List<?> cells) {
        return "<row r=\"" + number + "\">"
                + Stream.iterate(0, i -> i < cells.size(), i -> i + 1)
                        .map(i -> cell((char) ('A' + i) + "" + number, cells.get(i)))
                        .collect(Collectors.joining())
                + "</row>";
    }

    private static String cell(String at, Object value) {
        return switch (value) {
            case Raw raw -> raw.xml();
            case Number number -> "<c r=\"" + at + "\"><v>" + number + "</v></c>";
            default -> "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + escaped(value.toString()) + "</t></is></c>";
        };
    }

    public static String sheet(String data) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + data + "</sheetData></worksheet>";
    }

    public static String strings(String items) {
        return "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>";
    }

    public Xlsx with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    public Xlsx with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public Xlsx without(String part) {
        parts.remove(part);
        return this;
    }

    /** The same part with one text in the place of another. */
    public Xlsx replacing(String part, String old, String fresh) {
        return with(part, new String(parts.get(part), StandardCharsets.UTF_8).replace(old, fresh));
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + "/"
                + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
