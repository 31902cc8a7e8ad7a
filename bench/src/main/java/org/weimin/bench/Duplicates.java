package org.weimin.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.weimin.demo.Twice;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Vault;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Family;

/**
 * 查重: a million residents with known duplicates, from PostgreSQL rows to stored pairs; beside a bare COPY of the same
 * rows out. Says how many of the known ones were found and how many of the listed ones are true.
 */
final class Duplicates {
    private static final Actor SYSTEM = new Actor.SystemJob("bench", "a benchmark");
    private static final DivisionCode COUNTY = new DivisionCode("330824");
    private static final List<String> READ = List.of(
            "SELECT id, name, sex, birth_on, died_on, phone, address, area FROM people.person",
            "SELECT holder_id, number_index FROM people.bank_card WHERE upper_inf(known)");
    private static final int CHUNK = 5_000;
    private final Office office;
    private final Connection bare;

    private Duplicates(Office office, Connection bare) {
        this.office = office;
        this.bare = bare;
    }

    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        Path home = Path.of("bench", "target", "home-duplicates").toAbsolutePath();
        try (var office = Office.open(60, home);
                var bare = Sweep.superuser(office, home)) {
            new Duplicates(office, bare).run(quick ? 50_000 : 1_000_000);
        }
    }

    private void run(int residents) throws SQLException {
        Map<String, Set<Twice.Slip>> truth = populate(residents);
        System.gc();
        long bareNanos = copyOut();
        var cpuBefore = Sweep.cpu();
        DuplicateRun run = compare();
        var cpu = Sweep.cpu().minus(cpuBefore);
        List<String> found = office.ids("SELECT one_id || ' ' || other_id FROM people.duplicate_pair");
        long hits = found.stream().filter(truth::containsKey).count();
        printMissed(truth, Set.copyOf(found));
        System.out.printf(
                "%,d residents, %,d known pairs, %,d listed, recall %s, precision %s; %,d pairs compared, %,d identity "
                        + "numbers opened; CPU of application and database %,d ms; heap at most %d MB%n",
                run.counts().residents(),
                truth.size(),
                found.size(),
                share(hits, truth.size()),
                share(hits, found.size()),
                run.counts().compared(),
                run.counts().unsealed(),
                cpu.toMillis(),
                Runtime.getRuntime().maxMemory() >> 20);
        Result.ofNanos(
                        "duplicates",
                        run.took().toNanos(),
                        bareNanos,
                        run.counts().residents())
                .print();
    }

    /** What the missed ones differ in, the commonest first. */
    private static void printMissed(Map<String, Set<Twice.Slip>> truth, Set<String> found) {
        Map<String, Integer> all = new TreeMap<>();
        Map<String, Integer> missed = new TreeMap<>();
        truth.forEach((pair, slips) -> {
            String kind = new TreeSet<>(slips).toString();
            all.merge(kind, 1, Integer::sum);
            missed.merge(kind, found.contains(pair) ? 0 : 1, Integer::sum);
        });
        missed.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(kind -> System.out.printf(
                        "missed %,5d of %,6d %s%n", kind.getValue(), all.get(kind.getKey()), kind.getKey()));
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 4, RoundingMode.HALF_UP);
    }

    private DuplicateRun compare() {
        var desk = office.bean(org.weimin.people.Duplicates.class);
        Acting.as(SYSTEM, () -> desk.ask(COUNTY));
        while (true) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            DuplicateRun run = Acting.as(SYSTEM, () -> desk.lastRun(COUNTY)).orElseThrow();
            switch (run.status()) {
                case DONE -> {
                    return run;
                }
                case FAILED -> throw new IllegalStateException("The comparison failed");
                case ASKED, RUNNING -> {}
            }
        }
    }

    private long copyOut() throws SQLException {
        long start = System.nanoTime();
        for (String query : READ) {
            try {
                bare.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return System.nanoTime() - start;
    }

    /** Everybody else goes; returns the known pairs as the database orders them. */
    private Map<String, Set<Twice.Slip>> populate(int residents) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("TRUNCATE people.person, people.duplicate_pair CASCADE");
        }
        List<DivisionCode> places = IntStream.range(0, 360)
                .mapToObj(i -> new DivisionCode("330824%03d%03d".formatted(100 + i % 18, 200 + i / 18)))
                .toList();
        var drawn = new Twice(20261122, places);
        int people = 0;
        while (people < residents) {
            var chunk = new ArrayList<Family>();
            for (int inChunk = 0; inChunk < CHUNK && people + inChunk < residents; ) {
                List<Family> next = drawn.next();
                chunk.addAll(next);
                inChunk +=
                        next.stream().mapToInt(each -> each.relatives().size()).sum();
            }
            people += chunk.stream().mapToInt(each -> each.relatives().size()).sum();
            write(chunk);
        }
        try (var statement = bare.createStatement()) {
            statement.execute("VACUUM ANALYZE people.person, people.bank_card, people.membership");
        }
        var truth = new HashMap<String, Set<Twice.Slip>>();
        drawn.truth().forEach(two -> {
            String one = two.one().toString();
            String other = two.other().toString();
            truth.put(one.compareTo(other) < 0 ? one + " " + other : other + " " + one, two.slips());
        });
        return truth;
    }

    private void write(List<Family> families) throws SQLException {
        var vault = office.bean(Vault.class);
        var persons = new StringBuilder();
        var households = new StringBuilder();
        var memberships = new StringBuilder();
        var cards = new StringBuilder();
        for (Family family : families) {
            String area = family.place().value();
            line(households, family.id(), area, family.relatives().getFirst().id(), family.address());
            for (Family.Relative each : family.relatives()) {
                line(
                        persons,
                        each.id(),
                        area,
                        each.name(),
                        each.identity().isMale() ? "MALE" : "FEMALE",
                        each.identity().birth(),
                        hex(vault.seal(each.identity().value())),
                        hex(vault.blindIndex("identity", each.identity().value())),
                        family.address(),
                        each.phone());
                line(
                        memberships,
                        Ids.next(),
                        area,
                        family.id(),
                        each.id(),
                        each.relation(),
                        "t",
                        "",
                        "[" + each.identity().birth() + ",)",
                        "[2020-01-01,)");
                each.account()
                        .ifPresent(account -> line(
                                cards,
                                Ids.next(),
                                area,
                                each.id(),
                                account.bank(),
                                hex(vault.seal(account.number().value())),
                                hex(vault.blindIndex("card", account.number().value())),
                                "[2015-01-01,)",
                                "[2020-01-01,)"));
            }
        }
        copy("people.person (id, area, name, sex, birth_on, id_number, id_number_index, address, phone)", persons);
        copy("people.household (id, area, head_id, address)", households);
        copy(
                "people.membership (id, area, household_id, person_id, relation, counted, excluded_reason, valid,"
                        + " known)",
                memberships);
        copy("people.bank_card (id, area, holder_id, bank, number, number_index, valid, known)", cards);
    }

    private static void line(StringBuilder rows, Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i]);
        }
        rows.append('\n');
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private void copy(String target, StringBuilder rows) throws SQLException {
        try {
            bare.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + target + " FROM STDIN",
                            new java.io.ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
