package org.weimin.home;

import java.nio.file.Files;
import java.nio.file.Path;

/** 安装之家: the folder of this installation, and whether it is a demo, a test or the real office. */
public record Home(Path folder, Kind kind) {
    /** A demo and a test start their own database and may move their clock; only {@code SERVE} is a real office. */
    public enum Kind {
        DEMO,
        TEST,
        SERVE
    }

    public static Path defaultFolder() {
        Path shared = Path.of("/var/lib/weimin");
        boolean mayUseShared = Files.isWritable(Files.exists(shared) ? shared : shared.getParent());
        String own = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        return mayUseShared ? shared : Path.of(own, ".local", "share", "weimin");
    }

    /** People, numbers and days may be invented here. */
    public boolean isPlayground() {
        return kind != Kind.SERVE;
    }

    public Path database() {
        return folder.resolve("db");
    }

    public Path cache() {
        return folder.resolve("cache");
    }

    /** Matters of the office's own, beside those that the program carries. */
    public Path packs() {
        return folder.resolve("packs");
    }

    public Path keys() {
        return folder.resolve("keys");
    }

    /** Uploaded papers and written bank files. */
    public Path files() {
        return folder.resolve("files");
    }
}
