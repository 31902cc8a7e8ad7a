package org.weimin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A home under target/ with a new database for this run; only the unpacked PostgreSQL stays from run to run. */
final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final Path FOLDER = Path.of("target", "test-home").toAbsolutePath();

    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    /** A test that needs an application of its own shares the database of the first one. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (FIRST.getAndSet(false)) {
            List.of("db", "keys", "files", "audit").forEach(FreshHome::delete);
        }
        TestPropertyValues.of("weimin.home=" + FOLDER, "weimin.beside=true").applyTo(context);
    }

    private static void delete(String folder) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
