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
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    private final Office office;
    private final Connection bare;

    Sweep(Office office, Connection bare) {
        this.office = office;
        this.bare = bare;
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        int drawn = quick ? 4_000 : 20_000;
        int times = quick ? 11 : 20;
        Path home = Path.of("bench", "target", "home-sweep-" + drawn).toAbsolutePath();
        try (var office = Office.open(drawn, home);
                var bare = superuser(office, home)) {
            new Sweep(office, bare).run(times);
        }
    }

    private void run(int times) throws SQLException {
        populate(times);
        sweep();
        org.weimin.screening.Sweep swept = sweep();
        long out = copyOut();
        long in = copyIn("screening.finding", swept.id()) + copyIn("screening.tally", swept.id());
        var took = swept.took();
        System.out.printf(
                "%,d households, %,d people, %,d findings; workers read %,d ms, judge %,d ms, write %,d ms; "
                        + "bare COPY out %,d ms, in %,d ms; heap at most %d MB%n",
                swept.progress().households(),
                swept.progress().persons(),
                count("screening.finding WHERE sweep_id = '" + swept.id() + "'"),
                took.reading().toMillis(),
                took.judging().toMillis(),
                took.writing().toMillis(),
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

    /** The demo's households, so many times over; a home that was multiplied before is left alone. */
    void populate(int times) throws SQLException {
        if (count("people.household") < 2_000L * count("demo.county")) {
            multiply(times);
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

    /** Everybody once more under other ids, as often as it takes; the demo's draw alone would take an hour. */
    private void multiply(int times) throws SQLException {
        try (var statement = bare.createStatement()) {
            for (String table : List.of("people.membership", "facts.fact", "facts.consent", "benefits.entitlement")) {
                statement.execute("""
                    DO $$ DECLARE c text; BEGIN
                        FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = '%1$s'::regclass AND contype = 'x'
                        LOOP EXECUTE format('ALTER TABLE %1$s DROP CONSTRAINT %%I', c); END LOOP;
                    END $$
                    """.formatted(table));
            }
            statement.execute("SET session_replication_role = replica");
            statement.execute("""
                CREATE FUNCTION pg_temp.other(id uuid, n int) RETURNS uuid IMMUTABLE LANGUAGE sql
                RETURN md5(id::text || n)::uuid
                """);
            for (String table : List.of(
                    "people.person: id, id_number_index",
                    "people.household: id, head_id",
                    "people.membership: id, household_id, person_id",
                    "facts.fact: id, subject_id",
                    "facts.consent: id, household_id, person_id",
                    "benefits.entitlement: id, entitlement_id, subject_id, payee_id")) {
                statement.execute(copies(table, times));
            }
            statement.execute("VACUUM ANALYZE");
        }
    }

    private String copies(String table, int times) throws SQLException {
        String name = table.substring(0, table.indexOf(':'));
        List<String> renamed = List.of(table.substring(table.indexOf(':') + 2).split(", "));
        var columns = columns(name);
        String values = String.join(
                ", ",
                columns.stream()
                        .map(column -> !renamed.contains(column)
                                ? "t." + column
                                : column.endsWith("_index")
                                        ? "sha256(t." + column + " || n::text::bytea)"
                                        : "pg_temp.other(t." + column + ", n)")
                        .toList());
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM " + name
                + " t, generate_series(2, " + times + ") n";
    }

    private List<String> columns(String table) throws SQLException {
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
                        + " WHERE attrelid = '" + table + "'::regclass AND attnum > 0 AND NOT attisdropped")) {
            rows.next();
            return List.of(rows.getString(1).split(" "));
        }
    }

    private long count(String from) throws SQLException {
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery("SELECT "
                        + (from.equals("demo.county") ? "households / 1000 FROM " : "count(*) FROM ") + from)) {
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
