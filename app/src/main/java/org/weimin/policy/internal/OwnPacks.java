package org.weimin.policy.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 本地政策包: the matters that an office lays into its own home, {@code packs/<matter>/} below it, beside those that the
 * program carries. They are law as soon as they lie there; nothing is started anew.
 */
final class OwnPacks {
    private static final List<String> TEXTS = List.of(".yaml", ".dmn", ".bpmn", ".html", ".csv");
    private final Path folder;

    OwnPacks(Path folder) {
        this.folder = folder;
    }

    /** Each file by its path, as a folder of packs has them. */
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        for (Path file : listed()) {
            try {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    /** Another value whenever a file was added, changed or taken away. */
    int stamp() {
        var stamp = new TreeMap<Path, Long>();
        for (Path file : listed()) {
            stamp.put(file, file.toFile().lastModified() ^ file.toFile().length());
        }
        return stamp.hashCode();
    }

    private List<Path> listed() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> TEXTS.stream().anyMatch(path.toString()::endsWith))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
