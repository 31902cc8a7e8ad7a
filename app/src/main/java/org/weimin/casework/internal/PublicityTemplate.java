package org.weimin.casework.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weimin.casework.Notice;
import org.weimin.kernel.Refused;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 公示模板: the pack's allow-list of fields and masks for each kind of list. What it does not name cannot go out. */
final class PublicityTemplate {
    /** How one field is shown. */
    enum Mask {
        NAME,
        PLAIN
    }

    private record Column(String field, Mask mask) {}

    /** What a list may name at all; a pack chooses among these. */
    static final List<String> FIELDS =
            List.of("applicant", "organisation", "community", "members", "monthly", "startMonth");

    private final List<Column> columns;

    private PublicityTemplate(List<Column> columns) {
        this.columns = columns;
    }

    static PublicityTemplate read(String yaml, Notice.Kind kind) {
        Object whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        if (whole instanceof Map<?, ?> lists && lists.get(kind.name()) instanceof List<?> rows) {
            var columns = new ArrayList<Column>();
            rows.forEach(row -> columns.add(column(row)));
            return new PublicityTemplate(columns);
        }
        throw new Refused("casework.publicity.no-list", kind);
    }

    private static Column column(Object row) {
        if (row instanceof Map<?, ?> map) {
            String field = String.valueOf(map.get("field"));
            if (!FIELDS.contains(field)) {
                throw new Refused("casework.publicity.unknown-field", field);
            }
            String mask = String.valueOf(map.get("mask"));
            if (mask.equals("name")) {
                return new Column(field, Mask.NAME);
            }
            // A name never goes out whole, whatever a pack says.
            if (mask.equals("plain") && !field.equals("applicant")) {
                return new Column(field, Mask.PLAIN);
            }
            throw new Refused("casework.publicity.unknown-mask", field);
        }
        throw new Refused("casework.publicity.unknown-field", String.valueOf(row));
    }

    /** The database keeps no order of fields; the board has one. */
    static Map<String, String> inOrder(Map<String, String> projection) {
        var ordered = new LinkedHashMap<String, String>();
        FIELDS.stream()
                .filter(projection::containsKey)
                .forEach(field -> ordered.put(field, projection.getOrDefault(field, "")));
        return ordered;
    }

    /** Only the named fields, masked, in the order of the list. */
    Map<String, String> project(Map<String, String> whole) {
        var projection = new LinkedHashMap<String, String>();
        for (Column column : columns) {
            String value = whole.getOrDefault(column.field(), "");
            projection.put(column.field(), column.mask() == Mask.NAME ? Masks.name(value) : value);
        }
        return projection;
    }
}
