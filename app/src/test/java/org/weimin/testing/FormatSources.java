package org.weimin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./weimin format}: writes every source, or those named, as the formatter would. */
public final class FormatSources {
    private FormatSources() {}

    public static void main(String[] names) throws IOException {
        List<Path> files = names.length == 0
                ? SourceTree.files()
                : Stream.of(names).map(Path::of).toList();
        for (Path file : files) {
            String source = Files.readString(file);
            String formatted = SourceTree.formatted(file, source);
            if (!formatted.equals(source)) {
                Files.writeString(file, formatted);
                System.out.println(file);
            }
        }
    }
}
