package org.weimin.oversight.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.weimin.kernel.Subject;
import org.weimin.oversight.Evidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 证据的读法: figures and evidence as the database keeps them. */
final class Rows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Rows() {}

    static Map<String, String> figures(String json) {
        var figures = new TreeMap<String, String>();
        JSON.readTree(json)
                .properties()
                .forEach(each -> figures.put(each.getKey(), each.getValue().asString()));
        return figures;
    }

    static List<Evidence> evidence(String json) {
        return JSON.readTree(json).valueStream().map(Rows::row).toList();
    }

    private static Evidence row(JsonNode row) {
        Optional<Subject> whose = text(row, "subject").isEmpty()
                ? Optional.empty()
                : Optional.of(Subject.of(text(row, "subjectKind"), UUID.fromString(text(row, "subject"))));
        return new Evidence(
                Evidence.Is.valueOf(text(row, "is")),
                UUID.fromString(text(row, "id")),
                whose,
                text(row, "matter"),
                row.path("fen").asLong(0),
                text(row, "at"),
                text(row, "role"));
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }
}
