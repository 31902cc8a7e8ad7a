package org.weimin.home.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import org.weimin.home.StartRefused;

/** Unpacks the PostgreSQL programs that travel in the jar, once per version, into the cache folder. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}. */
    static Path in(Path cache) {
        URL archive = archive();
        try {
            Path unpacked = cache.resolve("postgres-" + checksum(archive));
            if (!Files.isDirectory(unpacked)) {
                Files.createDirectories(cache);
                Path half = Files.createTempDirectory(cache, "unpacking");
                unpack(archive, half);
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                publish(half, unpacked);
            }
            return unpacked;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, failed);
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = machine.equals("aarch64") ? "arm_64" : "x86_64";
        URL url = PostgresBinaries.class.getResource("/postgres-linux-" + name + ".txz");
        if (url == null || !System.getProperty("os.name").equals("Linux")) {
            throw new StartRefused(
                    "本机没有自带的 PostgreSQL（" + machine + "）。请设置 WEIMIN_DB_URL 使用外部数据库。",
                    "No PostgreSQL comes with Weimin for this machine (" + machine
                            + "). Use your own with WEIMIN_DB_URL.");
        }
        return url;
    }

    /** The jar's own checksum of the archive: reading 15 MB at every start would cost more than the start. */
    private static String checksum(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
        }
        return "size-" + archive.openConnection().getContentLengthLong();
    }

    private static void publish(Path half, Path unpacked) throws IOException {
        try {
            Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException impossible) {
            throw impossible;
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException otherWasFirst) {
            FileSystemUtils.deleteRecursively(half);
        } catch (FileSystemException failed) {
            if (!Files.isDirectory(unpacked)) {
                throw failed;
            }
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry outside of the archive: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
