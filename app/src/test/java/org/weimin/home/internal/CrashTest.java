package org.weimin.home.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weimin.home.Home;
import org.weimin.home.StartRefused;

/** What an office loses when somebody pulls the plug: nothing that was acknowledged. */
@Timeout(120)
class CrashTest {
    private static final int COMMITTED = 50_000;

    @TempDir
    Path folder;

    private Home home;
    private Process office;

    @BeforeEach
    void an_office_at_work() throws IOException {
        home = new Home(folder, Home.Kind.DEMO);
        Path unpacked =
                Files.createDirectories(Path.of("target", "test-home", "cache").toAbsolutePath());
        Files.createSymbolicLink(home.cache(), unpacked);
        office = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Office.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = new BufferedReader(new InputStreamReader(office.getInputStream(), StandardCharsets.UTF_8));
        String line = words.readLine();
        while (line != null && !line.equals("at work")) {
            line = words.readLine();
        }
        assertThat(line).isEqualTo("at work");
    }

    @AfterEach
    void nothing_is_left_running() {
        Stream.concat(Stream.of(office.toHandle()), postgres()).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_killed_application_leaves_a_server_that_the_next_one_stops_before_it_starts_its_own() throws Exception {
        kill(office.toHandle());
        assertThat(postgres()).as("the orphan").isNotEmpty();
        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(rows(database)).isEqualTo(COMMITTED);
        }
        assertThat(postgres()).isEmpty();
    }

    @Test
    void after_everything_was_killed_at_once_what_was_committed_is_there_and_nothing_else() throws Exception {
        var all = Stream.concat(Stream.of(office.toHandle()), postgres()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
        long before = System.nanoTime();
        try (var database = EmbeddedPostgres.start(home)) {
            assertThat(rows(database)).isEqualTo(COMMITTED);
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThanOrEqualTo(30);
    }

    @Test
    void a_server_killed_under_a_running_application_is_back_on_its_port_within_half_a_minute() throws Exception {
        kill(office.toHandle());
        try (var database = EmbeddedPostgres.start(home)) {
            postgres().toList().forEach(ProcessHandle::destroyForcibly);
            assertThat(rowsOnceItIsBack(database)).isEqualTo(COMMITTED);
        }
        assertThat(postgres()).isEmpty();
    }

    @Test
    void a_second_application_on_the_same_home_is_refused_in_both_languages() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("正被另一个为民程序使用")
                .hasMessageContaining("in use by another Weimin");
    }

    @Test
    void a_command_beside_the_office_shares_its_server_and_leaves_it_running() throws Exception {
        try (var database = EmbeddedPostgres.startOrJoin(home)) {
            assertThat(rows(database)).isEqualTo(COMMITTED);
        }
        assertThat(postgres()).isNotEmpty();
        assertThat(office.isAlive()).isTrue();
    }

    @Test
    void a_cluster_half_made_is_made_again() throws Exception {
        var all = Stream.concat(Stream.of(office.toHandle()), postgres()).toList();
        for (ProcessHandle process : all) {
            kill(process);
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(elsewhere.resolve("db").resolve("pgdata.new").resolve("base"));
        Files.createSymbolicLink(elsewhere.resolve("cache"), home.cache().toRealPath());
        try (var database = EmbeddedPostgres.start(new Home(elsewhere, Home.Kind.DEMO));
                var owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())) {
            assertThat(owner.isValid(5)).isTrue();
        }
    }

    private Stream<ProcessHandle> postgres() {
        List<ProcessHandle> masters = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words)
                                .contains(home.database().resolve("pgdata").toString()))
                        .orElse(false))
                .toList();
        return Stream.concat(masters.stream(), masters.stream().flatMap(ProcessHandle::descendants));
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static int rowsOnceItIsBack(Database database) {
        return await().atMost(30, TimeUnit.SECONDS)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> rows(database), rows -> true);
    }

    private static int rows(Database database) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var row = owner.createStatement().executeQuery("SELECT count(*) FROM deed")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The process that is killed: it has committed much and is in the middle of more. */
    static final class Office {
        public static void main(String[] args) throws Exception {
            var database = EmbeddedPostgres.start(new Home(Path.of(args[0]), Home.Kind.DEMO));
            try (Connection owner = DriverManager.getConnection(
                            database.url(),
                            database.owner().user(),
                            database.owner().password());
                    var statement = owner.createStatement()) {
                statement.execute("CREATE TABLE deed (number int)");
                statement.execute("INSERT INTO deed SELECT generate_series(1, " + COMMITTED + ")");
                owner.setAutoCommit(false);
                statement.execute("INSERT INTO deed SELECT generate_series(1, 50000)");
                System.out.println("at work");
                // Nothing is ever said to it: it waits to be killed, and ends with whoever started it.
                System.in.read();
            }
        }
    }
}
