package org.weimin.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.screening.Screening;
import org.weimin.screening.SweepId;

/**
 * 筛查: every matter of a whole county, from PostgreSQL rows to stored findings; beside a bare COPY of the same rows out
 * and of the findings in. The heap is what the JVM was given: {@code BENCH_JAVA_OPTIONS=-Xmx1g}.
 */
final class Sweep {
    private static final Actor SYSTEM = new Actor.SystemJob("bench", "a benchmark");
    private static final List<String> READ = List.of(
            "SELECT id, birth_on, died_on FROM people.person",
            "SELECT h.id, h.area, h.head_id, m.person_id, m.relation, m.excluded_reason FROM people.household h"
                    + " JOIN people.membership m ON m.household_id = h.id WHERE upper_inf(m.known)",
            "SELECT subject_id, name, value, source, lower(valid), upper(valid), recorded_on FROM facts.fact"
                    + " WHERE upper_inf(known)",
            "SELECT matter, subject_id, monthly_fen FROM benefits.entitlement WHERE upper_inf(known)",
            "SELECT household_id, person_id FROM facts.consent WHERE upper_inf(known)");
    private static final String TIMES = "--times=";
    private static final int CROWD = 24;
    private final Office office;
    private final Connection bare;

    Sweep(Office office, Connection bare) {
        this.office = office;
        this.bare = bare;
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        int drawn = quick ? 4_000 : 20_000;
        int times = times(args, quick);
        Path home = Path.of("bench", "target", "home-sweep-" + drawn).toAbsolutePath();
        try (var office = Office.open(drawn, home);
                var bare = superuser(office, home)) {
            new Sweep(office, bare).run(times);
        }
    }

    /** How often the drawn households are there: for a million people, or as {@code --times=48} says. */
    static int times(String[] args, boolean quick) {
        return Arrays.stream(args)
                .filter(each -> each.startsWith(TIMES))
                .map(each -> Integer.parseInt(each.substring(TIMES.length())))
                .findFirst()
                .orElse(quick ? 11 : 24);
    }

    private void run(int times) throws SQLException {
        populate(times);
        sweep();
        Duration before = cpu();
        org.weimin.screening.Sweep swept = sweep();
        Duration used = cpu().minus(before);
        long out = copyOut();
        long in = copyIn("screening.finding", swept.id()) + copyIn("screening.tally", swept.id());
        var took = swept.took();
        System.out.printf(
                "%,d households, %,d people, %,d findings; workers read %,d ms, judge %,d ms, write %,d ms; CPU of "
                        + "application and database %,d ms; bare COPY out %,d ms, in %,d ms; heap at most %d MB%n",
                swept.progress().households(),
                swept.progress().persons(),
                count("screening.finding WHERE sweep_id = '" + swept.id() + "'"),
                took.reading().toMillis(),
                took.judging().toMillis(),
                took.writing().toMillis(),
                used.toMillis(),
                out / 1_000_000,
                in / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
        Result.ofNanos(
                        "sweep",
                        took.whole().toNanos(),
                        out + in,
                        swept.progress().persons())
                .print();
    }

    /** The demo's households, so many times over; a home that was multiplied before only grows. */
    void populate(int times) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS public.multiplied (times int PRIMARY KEY)");
        }
        int there = Math.toIntExact(Math.max(1, number("SELECT max(times) FROM public.multiplied")));
        if (there > times || times % there != 0) {
            throw new IllegalArgumentException("Everybody is there " + there + " times; " + times + " is no multiple");
        }
        if (there < times) {
            multiply(there, times / there);
        }
    }

    /** How long PostgreSQL takes to hand out everything that the rules may ask for. */
    long copyOut() throws SQLException {
        long nanos = 0;
        for (String query : READ) {
            nanos += copyOut(query);
        }
        return nanos;
    }

    /** What this process and the database under it have used of the processors; others on the machine do not count. */
    static Duration cpu() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private org.weimin.screening.Sweep sweep() {
        var screening = office.bean(Screening.class);
        var today = office.bean(BusinessClock.class).today();
        SweepId id = Acting.as(SYSTEM, () -> screening.ask(DivisionCode.COUNTRY, today, Optional.empty()));
        while (Acting.as(SYSTEM, () -> screening.get(id)).isOpen()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        var swept = Acting.as(SYSTEM, () -> screening.get(id));
        if (swept.status() != org.weimin.screening.Sweep.Status.DONE) {
            throw new IllegalStateException("The sweep failed: " + swept.failure());
        }
        return swept;
    }

    /**
     * Everybody once more under other ids, as often as it takes; the demo's draw alone would take an hour. A community
     * has at most so many households as twenty-four copies of the demo's; more of them live in other communities.
     */
    private void multiply(int there, int times) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET maintenance_work_mem = '512MB'");
            for (String function : text("multiply.sql").split(";\\s*\n\n")) {
                statement.execute(function);
            }
            for (String copied : List.of(
                    "people.person: id, id_number_index",
                    "people.household: id, head_id",
                    "people.membership: id, household_id, person_id",
                    "facts.fact: id, subject_id",
                    "facts.consent: id, household_id, person_id",
                    "benefits.entitlement: id, entitlement_id, subject_id, payee_id")) {
                String table = copied.substring(0, copied.indexOf(':'));
                List<String> indexes = all(statement, "SELECT pg_temp.bare('" + table + "')");
                statement.execute(copies(copied, there, times));
                for (String index : indexes) {
                    statement.execute(index);
                }
            }
            statement.execute("INSERT INTO public.multiplied VALUES (" + there * times + ")");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private String copies(String copied, int there, int times) throws SQLException {
        String name = copied.substring(0, copied.indexOf(':'));
        List<String> renamed = List.of(copied.substring(copied.indexOf(':') + 2).split(", "));
        var columns = columns(name);
        String values = String.join(
                ", ",
                columns.stream().map(column -> copy(column, renamed, there)).toList());
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM " + name
                + " t, generate_series(1, " + (times - 1) + ") n";
    }

    private static String copy(String column, List<String> renamed, int there) {
        if (column.equals("area")) {
            return "pg_temp.moved(t.area, n * " + there / CROWD + ")";
        }
        if (!renamed.contains(column)) {
            return "t." + column;
        }
        return column.endsWith("_index")
                ? "sha256(t." + column + " || (n + " + there + ")::text::bytea)"
                : "pg_temp.other(t." + column + ", n + " + there + ")";
    }

    private List<String> columns(String table) throws SQLException {
        try (var statement = bare.createStatement()) {
            return all(
                    statement,
                    "SELECT attname FROM pg_attribute WHERE attrelid = '" + table
                            + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
        }
    }

    private static List<String> all(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    static String text(String name) {
        try (var file = Objects.requireNonNull(Sweep.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long count(String from) throws SQLException {
        return number("SELECT count(*) FROM " + from);
    }

    private long number(String query) throws SQLException {
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long copyOut(String query) throws SQLException {
        long start = System.nanoTime();
        try {
            bare.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return System.nanoTime() - start;
    }

    /** The rows that the sweep wrote, into an empty table of the same shape. */
    private long copyIn(String table, SweepId sweep) throws SQLException {
        Path rows = Path.of("bench", "target", "sweep.copy").toAbsolutePath();
        try (var statement = bare.createStatement();
                var file = Files.newOutputStream(rows)) {
            statement.execute("DROP TABLE IF EXISTS public.bare");
            statement.execute("CREATE TABLE public.bare (LIKE " + table + " INCLUDING INDEXES INCLUDING DEFAULTS)");
            var copy = bare.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("COPY (SELECT * FROM " + table + " WHERE sweep_id = '" + sweep + "') TO STDOUT", file);
            file.flush();
            long start = System.nanoTime();
            try (var in = Files.newInputStream(rows)) {
                copy.copyIn("COPY public.bare FROM STDIN", in);
            }
            long nanos = System.nanoTime() - start;
            statement.execute("DROP TABLE public.bare");
            return nanos;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Only a superuser may make tables and pass the policies by. */
    static Connection superuser(Office office, Path home) throws IOException, SQLException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("keys/database.properties"), StandardCharsets.UTF_8)) {
            passwords.load(file);
        }
        try (var app = office.bean(DataSource.class).getConnection()) {
            return DriverManager.getConnection(
                    app.getMetaData().getURL(), "postgres", passwords.getProperty("postgres"));
        }
    }
}
