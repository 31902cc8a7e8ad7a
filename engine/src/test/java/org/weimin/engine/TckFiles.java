package org.weimin.engine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The files of the DMN Technology Compatibility Kit, read from its archive beside the repository. */
record TckFiles(NavigableMap<String, String> byPath) {
    private static final int BLOCK = 512;

    /** Where the archive lies: in {@code shared/data} beside the repository or beside one of its parents. */
    static Optional<Path> archive() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path archive = at.resolve("shared/data/dmn-tck.tar.gz");
            if (Files.exists(archive)) {
                return Optional.of(archive);
            }
        }
        return Optional.empty();
    }

    static TckFiles read(Path archive) {
        var files = new TreeMap<String, String>();
        try (var in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive))))) {
            var header = new byte[BLOCK];
            String longName = "";
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                int size = Integer.parseInt(field(header, 124, 12), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (header[156] == '0' || header[156] == 0) {
                    files.put(
                            longName.isEmpty() ? field(header, 0, 100) : longName,
                            new String(content, StandardCharsets.UTF_8));
                }
                longName = header[156] == 'L' ? field(content, 0, size) : "";
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new TckFiles(files);
    }

    private static String field(byte[] header, int from, int length) {
        String text = new String(header, from, length, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
