package org.weimin.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;
import org.weimin.home.internal.Database.Login;

/** A real PostgreSQL of our own in the home folder: nothing to install or configure, one application at a time. */
final class EmbeddedPostgres {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=256MB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            // A young home grows a hundredfold in an hour: plans made for empty tables must not live for a minute.
            "autovacuum_naptime=5s",
            "max_wal_size=2GB",
            "random_page_cost=1.1",
            "jit=off",
            "timezone=Asia/Shanghai",
            "log_timezone=Asia/Shanghai",
            "log_checkpoints=off",
            // The detail lines of an error quote the row: personal data has no place in a log.
            "log_error_verbosity=terse");
    private static final List<String> HASTE = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private final Home home;
    private final Path cluster;
    private final Map<String, String> passwords;

    private EmbeddedPostgres(Home home) {
        this.home = home;
        this.cluster = home.database().resolve("pgdata");
        this.passwords = new PrivateFile(home.keys().resolve("database.properties"))
                .readOrCreate(() -> new TreeMap<>(Map.of(
                        "postgres", PrivateFile.secret(),
                        "weimin_owner", PrivateFile.secret(),
                        "weimin_app", PrivateFile.secret())));
    }

    /** Starts the server of this home; refused while another application has it. */
    static Database start(Home home) {
        FileLock lock = lock(home);
        if (lock == null) {
            throw new StartRefused(
                    "目录 " + home.folder() + " 正被另一个为民程序使用。请先停止它，或用 --home 指定另一个目录。",
                    "The home " + home.folder() + " is in use by another Weimin. Stop that one first, or choose another"
                            + " folder with --home.");
        }
        return new EmbeddedPostgres(home).start(lock);
    }

    /** Joins the server that a running application keeps, or starts it when there is none. */
    static Database startOrJoin(Home home) {
        FileLock lock = lock(home);
        var postgres = new EmbeddedPostgres(home);
        return lock == null ? postgres.join() : postgres.start(lock);
    }

    private Database start(FileLock lock) {
        Path binaries = PostgresBinaries.in(home.cache().toAbsolutePath());
        var unprivileged = Unprivileged.here(home.database(), binaries.resolve("bin/postgres"));
        boolean fresh = !Files.isDirectory(cluster);
        if (fresh) {
            initialise(binaries, unprivileged);
        }
        var settings = new ArrayList<>(SETTINGS);
        if (home.kind() == Home.Kind.TEST) {
            settings.addAll(HASTE);
        }
        var server = new Postmaster(cluster, binaries, unprivileged);
        int port = server.start(settings);
        createRolesAndDatabase(port);
        return at(port, () -> {
            server.stop();
            release(lock);
        });
    }

    private Database join() {
        Optional<Integer> port = Postmaster.portOf(cluster);
        for (int tries = 0; port.isEmpty() && tries < 300; tries++) {
            pause();
            port = Postmaster.portOf(cluster);
        }
        return at(
                port.orElseThrow(() -> new StartRefused(
                        "另一个为民程序正在启动或停止，请稍后再试。", "Another Weimin is starting or stopping. Try again in a moment.")),
                () -> {});
    }

    private Database at(int port, Runnable stop) {
        return new Database(url(port, "weimin"), login("weimin_owner"), login("weimin_app"), stop);
    }

    private Login login(String role) {
        return new Login(role, password(role));
    }

    private String password(String role) {
        return passwords.getOrDefault(role, "");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** C.UTF-8, never C: with C a trigram index is blind to Chinese, and it cannot be changed later. */
    private void initialise(Path binaries, Unprivileged unprivileged) {
        Path half = home.database().resolve("pgdata.new");
        Path password = home.database().resolve("password.new");
        try {
            FileSystemUtils.deleteRecursively(half);
            Files.writeString(password, password("postgres"));
            Process initdb = new ProcessBuilder(unprivileged.command(List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "-D",
                            half.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + password,
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C.UTF-8",
                            "--data-checksums",
                            "--no-sync")))
                    .redirectErrorStream(true)
                    .redirectOutput(home.database().resolve("initdb.log").toFile())
                    .start();
            if (initdb.waitFor() != 0) {
                throw new IllegalStateException("initdb failed; its last words are in "
                        + home.database().resolve("initdb.log"));
            }
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make a database in " + home.database(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            deleteQuietly(password);
        }
    }

    /** Whatever a kill in the middle left undone is done at the next start. */
    private void createRolesAndDatabase(int port) {
        if (isComplete(port)) {
            return;
        }
        try (Connection admin = DriverManager.getConnection(url(port, "postgres"), "postgres", password("postgres"));
                var statement = admin.createStatement()) {
            for (String role : List.of("weimin_owner", "weimin_app")) {
                if (!statement
                        .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")
                        .next()) {
                    statement.execute("CREATE ROLE " + role + " LOGIN");
                }
                statement.execute("ALTER ROLE " + role + " NOBYPASSRLS PASSWORD '" + password(role) + "'");
            }
            if (!statement
                    .executeQuery("SELECT FROM pg_roles WHERE rolname = 'weimin_resident'")
                    .next()) {
                statement.execute("CREATE ROLE weimin_resident NOLOGIN");
            }
            statement.execute("GRANT weimin_resident TO weimin_app WITH INHERIT FALSE, SET TRUE");
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = 'weimin'")
                    .next()) {
                statement.execute("CREATE DATABASE weimin OWNER weimin_owner");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot create the roles of the database", failed);
        }
    }

    private boolean isComplete(int port) {
        try (Connection app = DriverManager.getConnection(url(port, "weimin"), "weimin_app", password("weimin_app"))) {
            return app.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static @Nullable FileLock lock(Home home) {
        try {
            Files.createDirectories(home.folder());
            if (!Files.isDirectory(home.database())) {
                Files.createDirectory(home.database(), OWNER_ONLY);
            }
            var channel = FileChannel.open(
                    home.database().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        } catch (IOException failed) {
            throw new StartRefused(
                    "不能写入目录 " + home.folder() + "：" + failed + "。请用 --home 指定可写的目录。",
                    "Cannot write to the home " + home.folder() + ": " + failed
                            + ". Choose a writable folder with --home.");
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
