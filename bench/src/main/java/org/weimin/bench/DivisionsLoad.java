package org.weimin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.home.Bulk;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/**
 * All divisions out of the packed list into the dated table with its index, constraints and trigger, beside the bare
 * COPY of the same rows, ready in memory, into a table that has nothing of the kind.
 */
final class DivisionsLoad {
    private static final int HOUSEHOLDS = 2_000;
    private static final String COLUMNS = "(code, name, listed, valid, known)";

    private DivisionsLoad() {}

    public static void main(String[] args) {
        int repeats = List.of(args).contains("--quick") ? 3 : 9;
        try (var office = Office.open(HOUSEHOLDS)) {
            List<String[]> list = list();
            long[] ours = new long[repeats];
            long[] bare = new long[repeats];
            for (int i = -1; i < repeats; i++) {
                long[] once = once(office, list);
                if (i >= 0) {
                    ours[i] = once[0];
                    bare[i] = once[1];
                }
            }
            Arrays.sort(ours);
            Arrays.sort(bare);
            System.out.printf(
                    "ours %d to %d ms, bare %d to %d ms%n",
                    ours[0] / 1_000_000,
                    ours[repeats - 1] / 1_000_000,
                    bare[0] / 1_000_000,
                    bare[repeats - 1] / 1_000_000);
            Result.ofNanos("divisions-load", ours[repeats / 2], bare[repeats / 2], list.size())
                    .print();
        }
    }

    private static long[] once(Office office, List<String[]> list) {
        var job = new Actor.SystemJob("bench", "divisions-load");
        return Acting.as(
                job,
                () -> office.bean(TransactionTemplate.class).execute(status -> {
                    var db = office.bean(JdbcClient.class);
                    var bulk = office.bean(Bulk.class);
                    db.sql("CREATE TEMP TABLE dated (LIKE divisions.division INCLUDING ALL) ON COMMIT DROP")
                            .update();
                    db.sql("CREATE TRIGGER refuse_overlap BEFORE INSERT OR UPDATE ON dated FOR EACH ROW "
                                    + "WHEN (NOT NEW.listed) EXECUTE FUNCTION divisions.refuse_overlap()")
                            .update();
                    db.sql("CREATE TEMP TABLE bare (code text, name text, listed boolean, valid daterange, "
                                    + "known tstzrange) ON COMMIT DROP")
                            .update();
                    long start = System.nanoTime();
                    office.bean(org.weimin.divisions.internal.DivisionsLoad.class)
                            .load("dated");
                    long between = System.nanoTime();
                    bulk.copy("bare " + COLUMNS, rows -> list.forEach(row -> rows.row((Object[]) row)));
                    return new long[] {between - start, System.nanoTime() - between};
                }));
    }

    private static List<String[]> list() {
        var file = Objects.requireNonNull(
                DivisionsLoad.class.getResourceAsStream("/divisions/divisions-2023.csv.gz"), "the list");
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(cells -> new String[] {cells[0], cells[1], "t", "[2023-06-30,)", "[2026-11-21T00:00:00Z,)"})
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
