package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A file of secrets that only its owner may read; made once, whole or not at all. */
record PrivateFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    Map<String, String> readOrCreate(Supplier<Map<String, String>> first) {
        try {
            if (!Files.exists(path)) {
                create(first.get());
            }
            return read();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep secrets in " + path, failed);
        }
    }

    Map<String, String> read() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        }
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    boolean isForOwnerOnly() throws IOException {
        return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))
                || Files.getPosixFilePermissions(path).equals(PosixFilePermissions.fromString("r--------"));
    }

    private void create(Map<String, String> values) throws IOException {
        Files.createDirectories(path.getParent());
        replace(values);
    }

    /** On the disk, names and all, before this returns: a key that power can take back must not seal anything. */
    void replace(Map<String, String> values) throws IOException {
        Path folder = Objects.requireNonNull(path.getParent());
        Path half = Files.createTempFile(
                folder, path.getFileName().toString(), ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        var lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Files.write(half, lines);
        if (Files.exists(path)) {
            Files.setOwner(half, Files.getOwner(path));
        }
        sync(half, StandardOpenOption.WRITE);
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path file, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(file, mode)) {
            channel.force(true);
        }
    }

    /** 256 random bits, in letters that need no quoting anywhere. */
    static String secret() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
