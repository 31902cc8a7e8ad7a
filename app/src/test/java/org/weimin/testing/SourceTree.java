package org.weimin.testing;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every Java file of the house, and the one way they are formatted. */
public final class SourceTree {
    private static final List<String> MODULES = List.of("kernel", "engine", "app", "bench", "e2e");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private SourceTree() {}

    /** The root of the project, seen from whatever module the tests run in. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("kernel")) ? here : here.getParent();
    }

    public static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (String module : MODULES) {
            Path sources = root().resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> found = Files.walk(sources)) {
                    found.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The files that are not as the formatter would write them. */
    public static List<Path> unformatted() throws IOException {
        var wrong = new ArrayList<Path>();
        for (Path file : files()) {
            String source = Files.readString(file);
            if (!formatted(file, source).equals(source)) {
                wrong.add(root().relativize(file));
            }
        }
        return wrong;
    }

    static String formatted(Path file, String source) {
        try {
            return FORMATTER.formatSourceAndFixImports(source);
        } catch (FormatterException unreadable) {
            throw new IllegalStateException(file + " does not parse", unreadable);
        }
    }
}
