package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server process over one data folder: started, kept alive, found again, and stopped. */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private final Path cluster;
    private final Path binaries;
    private final Unprivileged unprivileged;
    private volatile boolean wanted;

    Postmaster(Path cluster, Path binaries, Unprivileged unprivileged) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.unprivileged = unprivileged;
    }

    /** The port of the server that works on this folder now, whoever started it. */
    static Optional<Integer> portOf(Path cluster) {
        List<String> lines = pidFile(cluster);
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return ready ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : Optional.empty();
    }

    /**
     * Starts the server and answers with its port. Tried again for half a minute: after everything was killed at once
     * the dead server's process id or shared memory may still be held for a moment.
     */
    int start(List<String> settings) {
        stopOrphan();
        wanted = true;
        return startOn(freePort(), settings);
    }

    private int startOn(int port, List<String> settings) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (tryStart(port, settings)) {
                return port;
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("PostgreSQL does not start; its last words are in " + logFile());
            }
            log.warn("PostgreSQL did not start, trying again; see {}", logFile());
            sleep(Duration.ofSeconds(1));
        }
    }

    /** Ends the server that works on this folder and waits until its last word is on the disk. */
    void stop() {
        wanted = false;
        running().ifPresent(server -> {
            interrupt(server);
            server.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        });
    }

    private void stopOrphan() {
        running().ifPresent(orphan -> {
            log.warn("Stopping PostgreSQL {} that a killed Weimin left behind", orphan.pid());
            stop();
        });
    }

    private boolean tryStart(int port, List<String> settings) {
        var command = new ArrayList<>(List.of("setsid"));
        var server = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        settings.forEach(setting -> server.addAll(List.of("-c", setting)));
        command.addAll(unprivileged.command(server));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            while (process.isAlive()) {
                if (portOf(cluster).equals(Optional.of(port))) {
                    keepAlive(process, port, settings);
                    return true;
                }
                sleep(Duration.ofMillis(10));
            }
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot run PostgreSQL", failed);
        }
    }

    /** A server that ends although nobody stopped it is started again on its port; the pool finds it there. */
    private void keepAlive(Process server, int port, List<String> settings) {
        Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> {
            server.onExit().join();
            if (wanted) {
                log.warn("PostgreSQL ended with {}; starting it again", server.exitValue());
                startOn(port, settings);
                if (!wanted) {
                    stop();
                }
            }
        });
    }

    /** A live server of this very folder. The id in the file may by now belong to some other program: look at it. */
    private Optional<ProcessHandle> running() {
        return pidFile(cluster).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String[] words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .split("\0");
            return words[0].endsWith("/bin/postgres") && List.of(words).contains(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static void interrupt(ProcessHandle server) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> pidFile(Path cluster) {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (IOException absent) {
            return List.of();
        }
    }

    private Path logFile() {
        return cluster.resolveSibling("postgres.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port on this machine", none);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", stopped);
        }
    }
}
