package org.weimin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import org.weimin.intake.Channel;
import org.weimin.intake.SubmitApplication;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Vault;

/**
 * Applications of households of three, each a transaction that checks them, opens the case with its number, limits and
 * record, and is on the disk when it is answered; beside bare transactions by as many connections that insert exactly
 * the rows that each application left, into copies of the tables with their indexes. Then 300 arrive in each second.
 */
final class Intake {
    private static final int HOUSEHOLDS = 60;
    private static final int WINDOWS = 8;
    private static final int A_SECOND = 300;
    private static final List<String> LEFT = List.of(
            "intake.application WHERE id = ?",
            "intake.application_matter WHERE application_id = ?",
            "casework.case_file WHERE application_id = ?",
            "casework.deadline WHERE case_file_id = (SELECT id FROM casework.case_file WHERE application_id = ?)",
            "casework.event WHERE case_file_id = (SELECT id FROM casework.case_file WHERE application_id = ?)",
            "casework.task WHERE case_file_id = (SELECT id FROM casework.case_file WHERE application_id = ?)");
    private final Office office;
    private final Path home;
    private final List<Waiting> waiting = new ArrayList<>();

    /** A household at the window. */
    private record Waiting(HouseholdId household, PersonId head, String area) {}

    private Intake(Office office, Path home) {
        this.office = office;
        this.home = home;
    }

    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        boolean quick = List.of(args).contains("--quick");
        Path home = Path.of("bench", "target", "home-intake").toAbsolutePath();
        for (String folder : List.of("db", "keys")) {
            FileSystemUtils.deleteRecursively(home.resolve(folder));
        }
        try (var office = Office.open(HOUSEHOLDS, home)) {
            new Intake(office, home).run(quick ? 2_000 : 10_000, quick ? 10 : 30);
        }
    }

    private void run(int applications, int seconds)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        int warm = 1_000;
        try (var bare = Sweep.superuser(office, home)) {
            residents(bare, warm + applications + A_SECOND * seconds);
        }
        submit(0, warm);
        analysed();
        Duration before = Sweep.cpu();
        var ours = submit(warm, applications);
        Duration cpu = Sweep.cpu().minus(before);
        long bare = bare(ours.receipts());
        var arriving = arrive(warm + applications, A_SECOND * seconds);
        System.out.printf(
                "as fast as %d windows go: %,.0f applications a second, %.2f ms of CPU each; %s%n",
                WINDOWS,
                applications / (ours.nanos() / 1e9),
                cpu.toNanos() / 1e6 / applications,
                ours.each().text());
        System.out.printf(
                "%d a second for %d s: %s; target p99 300 ms%n",
                A_SECOND, seconds, arriving.each().text());
        System.out.printf("bare inserts of the same rows: %,.0f a second%n", applications / (bare / 1e9));
        Result.ofNanos("intake", ours.nanos(), bare, applications).print();
    }

    /** As the database does by itself within minutes: an office in use has no plans made for empty tables. */
    private void analysed() throws SQLException, IOException {
        try (var bare = Sweep.superuser(office, home);
                var statement = bare.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** How long all took, how long each took, and what came of them. */
    private record Taken(long nanos, Percentiles each, List<UUID> receipts) {}

    private Taken submit(int from, int count) throws InterruptedException, ExecutionException {
        return take(from, count, i -> System.nanoTime());
    }

    /** At an even pace, whether or not those before have been answered; waiting for a window counts. */
    private Taken arrive(int from, int count) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        return take(from, count, i -> {
            long due = start + TimeUnit.SECONDS.toNanos(1) / A_SECOND * i;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return due;
        });
    }

    private Taken take(int from, int count, java.util.function.IntToLongFunction begin)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        long[] each = new long[count];
        var receipts = new UUID[count];
        long start = System.nanoTime();
        List<Future<?>> windows = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(WINDOWS)) {
            for (int w = 0; w < WINDOWS; w++) {
                windows.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long began = begin.applyAsLong(i);
                        receipts[i] = submit(waiting.get(from + i));
                        each[i] = System.nanoTime() - began;
                    }
                }));
            }
        }
        for (var window : windows) {
            window.get();
        }
        return new Taken(System.nanoTime() - start, new Percentiles(each), List.of(receipts));
    }

    private UUID submit(Waiting party) {
        var today = office.bean(BusinessClock.class).today();
        var clerk = new Actor.Staff(
                new StaffId(new UUID(0, 1)),
                "bench",
                new PostId(new UUID(0, 2)),
                "STREET_CLERK",
                Set.of("intake.apply", "casework.view", "casework.handle"),
                new DivisionCode(party.area().substring(0, 9)));
        var command = new SubmitApplication(
                SubmitApplication.asksOf(party.household(), List.of(new MatterId("dibao"))),
                party.head(),
                today,
                Channel.WINDOW,
                SubmitApplication.FiledBy.APPLICANT,
                new SubmitApplication.Undertaking(today, "bench"),
                party.household().toString());
        return Acting.as(
                clerk,
                () -> office.bean(org.weimin.intake.Intake.class)
                        .submit(command)
                        .id()
                        .value());
    }

    /** Households of three that have agreed to be checked, entered as rows: they are not what is measured. */
    private void residents(Connection bare, int households) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(Sweep.text("intake.sql")
                    .replace(":households", Integer.toString(households))
                    .replace(
                            ":sealed",
                            HexFormat.of().formatHex(office.bean(Vault.class).seal("11010519491231002X"))));
            statement.execute("VACUUM ANALYZE");
            try (var rows =
                    statement.executeQuery("SELECT id, head_id, area FROM people.household WHERE address = 'bench'")) {
                while (rows.next()) {
                    waiting.add(new Waiting(
                            new HouseholdId(rows.getObject(1, UUID.class)),
                            new PersonId(rows.getObject(2, UUID.class)),
                            rows.getString(3)));
                }
            }
        }
    }

    /** One transaction for the rows of each application, into copies of their tables. */
    private long bare(List<UUID> applications)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var first = Sweep.superuser(office, home);
                var statement = first.createStatement()) {
            for (String left : LEFT) {
                String table = left.substring(0, left.indexOf(' '));
                statement.execute("CREATE TABLE " + copy(left) + " (LIKE " + table
                        + " INCLUDING INDEXES INCLUDING CONSTRAINTS INCLUDING DEFAULTS)");
            }
        }
        var next = new AtomicInteger();
        long start = System.nanoTime();
        List<Future<?>> writers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(WINDOWS)) {
            for (int w = 0; w < WINDOWS; w++) {
                writers.add(pool.submit(() -> write(applications, next)));
            }
        }
        for (var writer : writers) {
            writer.get();
        }
        return System.nanoTime() - start;
    }

    private boolean write(List<UUID> applications, AtomicInteger next) throws SQLException, IOException {
        try (var connection = Sweep.superuser(office, home)) {
            connection.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (String left : LEFT) {
                inserts.add(connection.prepareStatement("INSERT INTO " + copy(left) + " SELECT * FROM " + left));
            }
            for (int i = next.getAndIncrement(); i < applications.size(); i = next.getAndIncrement()) {
                for (PreparedStatement insert : inserts) {
                    insert.setObject(1, applications.get(i));
                    insert.executeUpdate();
                }
                connection.commit();
            }
            return true;
        }
    }

    private static String copy(String left) {
        return "public." + left.substring(left.indexOf('.') + 1, left.indexOf(' '));
    }
}
