package org.weimin.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Form.Material;

/** 材料目录: every paper that matters ask for, once, with how the office gets it ({@code packs/_shared/materials.yaml}). */
final class Materials {
    static final String FILE = Packs.SHARED + "materials.yaml";
    static final Materials NONE = new Materials();
    private final Map<String, Material> byId = new LinkedHashMap<>();

    private Materials() {}

    static Materials read(String yaml) {
        var materials = new Materials();
        for (Yaml paper : Yaml.read(FILE, yaml).children("materials")) {
            var material = new Material(
                    paper.text("id"), paper.bilingual("title"), false, paper.choice("mode", Material.Mode.class));
            if (materials.byId.put(material.id(), material) != null) {
                throw Faults.syntax(paper.where(), material.id() + " is there twice");
            }
        }
        return materials;
    }

    /** A form's line: the catalogue's paper, or one of the matter's own with title and mode. */
    Material read(Yaml line) {
        String id = line.text("id");
        Material known = Optional.ofNullable(byId.get(id)).orElseGet(() -> own(id, line));
        Text title = line.has("title") ? line.bilingual("title") : known.title();
        boolean required = line.isTrue("required");
        if (known.mode() == Material.Mode.INTERNAL || (required && known.shared())) {
            throw Faults.neverAsked(line.where(), id);
        }
        return new Material(id, title, required, known.mode());
    }

    private static Material own(String id, Yaml line) {
        if (!line.has("title")) {
            throw Faults.unknownName(line.where(), id);
        }
        return new Material(id, line.bilingual("title"), false, line.choice("mode", Material.Mode.class));
    }
}
