package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.weimin.home.StartRefused;

/** Runs programs that refuse to run as root: in a user namespace where that is allowed, else as the user nobody. */
final class Unprivileged {
    private static final String NOBODY = "65534";
    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that works on this machine. Files of {@code owned} are handed to the user that will need them. */
    static Unprivileged here(Path owned, Path programs) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of());
        }
        if (runs(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"));
        }
        var asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        runs(List.of("chown", "-R", NOBODY + ":" + NOBODY, owned.toString()));
        var way = new Unprivileged(asNobody);
        if (!runs(way.command(List.of("test", "-w", owned.toString(), "-a", "-x", programs.toString())))) {
            throw new StartRefused(
                    "数据库不能以 root 运行，而普通用户进不去目录 " + owned + "。请用 --home 指定 /root 以外的目录，或改用普通用户启动。",
                    "The database refuses to run as root, and an ordinary user cannot enter " + owned
                            + ". Choose a folder outside /root with --home, or start as an ordinary user.");
        }
        return way;
    }

    List<String> command(List<String> program) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while starting", stopped));
        }
    }
}
