package org.weimin.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.weimin.kernel.MatterId;

/**
 * 规则补全: people write a rules file's decisions and tables; this adds what follows from them, so that the file opens in
 * any DMN modeller: inputs, requirements, types, shared functions and the drawing. Doing it twice changes nothing.
 */
public final class PackDrawing {
    private static final String FUNCTIONS = "_shared/functions/";
    private final NavigableMap<String, String> files;
    private final FactsDictionary dictionary;

    private PackDrawing(NavigableMap<String, String> files) {
        this.files = files;
        this.dictionary = FactsDictionary.read(files);
    }

    /** Completes every {@code rules.dmn} below the folder and names those that changed. */
    static List<String> draw(Path folder, PrintStream out) {
        var drawn = drawn(PackFiles.in(folder));
        drawn.forEach((path, content) -> {
            try {
                Files.writeString(folder.resolve(path), content);
                out.println(path);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
        return List.copyOf(drawn.keySet());
    }

    /** The rules files that completing would change, with their new content. */
    static NavigableMap<String, String> drawn(NavigableMap<String, String> files) {
        var drawing = new PackDrawing(files);
        var changed = new TreeMap<String, String>();
        files.forEach((path, content) -> {
            if (path.matches("[^/]+/editions/[^/]+/rules\\.dmn")) {
                String complete = drawing.complete(path, content);
                if (!complete.equals(content)) {
                    changed.put(path, complete);
                }
            }
        });
        return changed;
    }

    private String complete(String path, String dmn) {
        String[] folders = path.split("/");
        LocalDate from = LocalDate.parse(folders[2]);
        var own = Packs.own(new MatterId(folders[0]), files);
        FactsDictionary used = dictionary.within(
                Yaml.read(path, own.getOrDefault("matter.yaml", "")).texts("facts"));
        var vocabulary = new Vocabulary(used, ParameterFiles.read(new MatterId(folders[0]), own));
        var rules = new RulesDrawing(path, Xml.read(path, dmn), vocabulary);
        rules.borrow(library -> library(path, library, from));
        return rules.complete();
    }

    /** The shared functions as the law stood when the edition began. */
    private Xml library(String path, String name, LocalDate from) {
        return files.keySet().stream()
                .filter(each -> each.startsWith(FUNCTIONS) && each.endsWith("/" + name + ".dmn"))
                .filter(each -> !LocalDate.parse(each.split("/")[2]).isAfter(from))
                .reduce((older, newer) -> newer)
                .map(each -> Xml.read(each, files.getOrDefault(each, "")))
                .orElseThrow(() -> Faults.unknownName(path, FUNCTIONS + "…/" + name + ".dmn"));
    }
}
