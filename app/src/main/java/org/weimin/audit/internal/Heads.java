package org.weimin.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.home.Home;

/** Heads of the chain, kept as a file beside the database: whoever cuts the chain's end there forgets this one. */
@Component
class Heads {
    private final Path file;

    Heads(Home home) {
        this.file = home.folder().resolve("audit").resolve("heads");
    }

    void keep(String head) {
        List<String> kept = list();
        if (kept.isEmpty() || !kept.getLast().equals(head)) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, head + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot keep the head of the audit chain", failed);
            }
        }
    }

    List<String> list() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the heads of the audit chain", failed);
        }
    }
}
