package org.weimin.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.weimin.kernel.NotFound;

/** The text files of a {@code packs} folder by their path, wherever the folder lies. */
final class PackFiles {
    private static final String ANCHOR = "_shared/facts.yaml";

    private PackFiles() {}

    static NavigableMap<String, String> in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(ANCHOR))) {
            throw new NotFound(folder.resolve(ANCHOR));
        }
        try (var paths = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One file of the packs that the program carries. */
    static String onClassPath(String path) {
        try (var in = PackFiles.class.getClassLoader().getResourceAsStream("packs/" + path)) {
            if (in == null) {
                throw new NotFound("packs/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static NavigableMap<String, String> onClassPath() {
        URL anchor = PackFiles.class.getClassLoader().getResource("packs/" + ANCHOR);
        if (anchor == null) {
            throw new NotFound("packs/" + ANCHOR);
        }
        try {
            return anchor.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : in(Path.of(URI.create(anchor.toString())).resolve("../..").normalize());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static NavigableMap<String, String> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String anchor = connection.getEntryName();
        String root = anchor.substring(0, anchor.length() - ANCHOR.length());
        var files = new TreeMap<String, String>();
        try (var jar = connection.getJarFile()) {
            for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(root) && !entry.isDirectory()) {
                    String content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    files.put(entry.getName().substring(root.length()), content);
                }
            }
        }
        return files;
    }

    /** Each path and content goes in with its length, so that no two sets of files look alike. */
    static String sha256(NavigableMap<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This JVM has no SHA-256", broken);
        }
    }
}
