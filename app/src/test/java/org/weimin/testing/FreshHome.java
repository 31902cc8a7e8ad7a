package org.weimin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A home under target/ with a new database for this run; only the unpacked PostgreSQL stays from run to run. */
final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final Path FOLDER = Path.of("target", "test-home").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve("db"));
            FileSystemUtils.deleteRecursively(FOLDER.resolve("keys"));
            FileSystemUtils.deleteRecursively(FOLDER.resolve("files"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        TestPropertyValues.of("weimin.home=" + FOLDER).applyTo(context);
    }
}
