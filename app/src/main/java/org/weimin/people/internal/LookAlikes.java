package org.weimin.people.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** 形近字: characters that are taken for one another when somebody reads a handwritten form. */
final class LookAlikes {
    private static final String FILE = "/people/look-alikes.txt";
    private static final Map<Integer, Integer> FIRST_OF_LIKE = read();

    private LookAlikes() {}

    /** The text with each character replaced by the first of those that look like it. */
    static String of(String text) {
        return text.codePoints()
                .map(point -> FIRST_OF_LIKE.getOrDefault(point, point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<Integer, Integer> read() {
        try (InputStream in = Objects.requireNonNull(LookAlikes.class.getResourceAsStream(FILE), FILE)) {
            var first = new HashMap<Integer, Integer>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> line.codePoints().forEach(point -> {
                        if (first.put(point, line.codePointAt(0)) != null) {
                            throw new IllegalStateException(Character.toString(point) + " is twice in " + FILE);
                        }
                    }));
            return Map.copyOf(first);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
