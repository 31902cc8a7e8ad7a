package org.weimin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.Plan;
import org.weimin.divisions.PlanRuns;
import org.weimin.divisions.Plans;
import org.weimin.divisions.Rehearsal;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;

/**
 * 26 towns become 18 in a county whose every room has rows: rehearsed, killed in the middle, carried out; beside the
 * bare UPDATE of the same rows by a role that no policy and no trigger concerns. Its towns are first split to 26.
 */
final class MergeTowns {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final int TOWNS = 26;
    private static final int MERGED = 8;
    private final Office office;
    private final Connection superuser;
    private final Actor.Staff drafter = staff("起草人");
    private final Actor.Staff leader = staff("批准人");

    private MergeTowns(Office office, Connection superuser) {
        this.office = office;
        this.superuser = superuser;
    }

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        int households = List.of(args).contains("--quick") ? 8_000 : 100_000;
        Path home = Path.of("bench", "target", "home-towns-" + households).toAbsolutePath();
        try (var office = Office.open(households, home);
                var superuser = Sweep.superuser(office, home)) {
            new MergeTowns(office, superuser).run();
        }
    }

    private void run() throws SQLException, InterruptedException {
        splitTo(TOWNS);
        PlanId merger = merge();
        execute("VACUUM ANALYZE");
        long start = System.nanoTime();
        Rehearsal found = Acting.as(drafter, () -> office.bean(PlanRuns.class).rehearse(merger));
        long rehearsed = System.nanoTime() - start;
        long rows = found.touches().stream().mapToLong(Rehearsal.Touch::rows).sum();
        System.out.printf("rehearsed in %,d ms: %,d rows of %d kinds%n", rehearsed / 1_000_000, rows, kinds(found));
        execute("VACUUM");
        long bare = bareUpdate(merger);
        System.out.printf("bare UPDATE of the same rows: %,d ms%n", bare / 1_000_000);
        execute("VACUUM");
        approve(merger, today());
        String before = standing();
        kill(merger, rehearsed / 2);
        if (!standing().equals(before) || status(merger) != Plan.Status.APPROVED) {
            throw new IllegalStateException("Killed in the middle, and something stayed");
        }
        System.out.println("killed in the middle: as if never begun");
        execute("VACUUM");
        start = System.nanoTime();
        Acting.as(leader, () -> office.bean(PlanRuns.class).carryOut(merger));
        long carried = System.nanoTime() - start;
        System.out.printf("carried out in %,d ms%n", carried / 1_000_000);
        Result.ofNanos("merge-towns", Math.max(carried, rehearsed), bare, residents())
                .print();
    }

    private static long kinds(Rehearsal found) {
        return found.touches().stream().map(Rehearsal.Touch::table).distinct().count();
    }

    /** Every plan of a benchmark is of tomorrow's month, and its day is then moved to today. */
    private PlanId begin(String title) {
        LocalDate on = today().plusMonths(1).withDayOfMonth(1);
        return Acting.as(drafter, () -> plans().begin(COUNTY, new Plan.Purpose(title, "测试〔2026〕1号", "测量"), on));
    }

    private void splitTo(int wanted) throws SQLException {
        List<Division> towns = towns();
        if (towns.size() >= wanted) {
            return;
        }
        PlanId plan = begin("拆分");
        int missing = wanted - towns.size();
        List<Division> largest = towns.stream()
                .sorted((a, b) -> villages(b).size() - villages(a).size())
                .limit(missing)
                .toList();
        for (Division town : largest) {
            List<DivisionCode> all = villages(town);
            Acting.as(
                    drafter,
                    () -> plans().change(
                                    plan,
                                    (drawing, atlas) -> drawing.split(
                                            atlas, town.code(), "新" + town.name(), all.subList(0, all.size() / 2))));
        }
        approve(plan, today().minusMonths(1));
        Acting.as(leader, () -> office.bean(PlanRuns.class).carryOut(plan));
    }

    private PlanId merge() {
        PlanId plan = begin("26 → 18");
        List<Division> towns = towns();
        for (int i = 0; i < MERGED; i++) {
            List<DivisionCode> pair =
                    List.of(towns.get(2 * i).code(), towns.get(2 * i + 1).code());
            String name = towns.get(2 * i).name();
            Acting.as(
                    drafter,
                    () -> plans().change(
                                    plan,
                                    (drawing, atlas) ->
                                            drawing.merge(atlas, pair, name, Optional.of(pair.getFirst()))));
        }
        return plan;
    }

    /** What the road of opinions and approval leaves behind, without its weeks. */
    private void approve(PlanId plan, LocalDate on) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("UPDATE divisions.plan SET on_day = DATE '%s' WHERE id = '%s'".formatted(on, plan));
            statement.execute(
                    "UPDATE divisions.plan SET status = 'APPROVED', approved_by = '%s', ".formatted(leader.id())
                            + "approver_name = '批准人', approved_on = on_day, approved_lines = divisions.plan_lines(id) "
                            + "WHERE id = '%s'".formatted(plan));
        }
    }

    private LocalDate today() {
        return office.bean(BusinessClock.class).today();
    }

    private long bareUpdate(PlanId plan) throws SQLException {
        var updates = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(
                        "SELECT table_name, of_column FROM divisions.v_place_column WHERE rule = 'follows'")) {
            while (rows.next()) {
                updates.add("UPDATE %1$s t SET %2$s = m.after_code FROM divisions.plan_line m WHERE m.plan_id = '%3$s' "
                                .formatted(rows.getString(1), rows.getString(2), plan)
                        + "AND m.before_code <> m.after_code AND t.%s = m.before_code".formatted(rows.getString(2)));
            }
        }
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
            long start = System.nanoTime();
            for (String update : updates) {
                statement.execute(update);
            }
            return System.nanoTime() - start;
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    private void kill(PlanId plan, long afterNanos) throws SQLException, InterruptedException {
        var carrying = CompletableFuture.runAsync(
                () -> Acting.as(leader, () -> office.bean(PlanRuns.class).carryOut(plan)));
        TimeUnit.NANOSECONDS.sleep(afterNanos);
        try (var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE query LIKE '%divisions.carry_out%' AND pid <> pg_backend_pid()");
        }
        try {
            carrying.get();
            throw new IllegalStateException("It was done before it could be killed");
        } catch (ExecutionException killed) {
            System.out.println("killed after " + afterNanos / 1_000_000 + " ms");
        }
    }

    private String standing() throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("""
                    SELECT md5((SELECT string_agg(area || ' ' || n, ',' ORDER BY area)
                                  FROM (SELECT area, count(*) AS n FROM people.person GROUP BY area) p)
                            || (SELECT string_agg(area || ' ' || n, ',' ORDER BY area)
                                  FROM (SELECT area, count(*) AS n FROM people.search_token GROUP BY area) s)
                            || (SELECT string_agg(scope, ',' ORDER BY id) FROM access.post))
                    """)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private long residents() {
        return Long.parseLong(office.ids("SELECT count(*)::text FROM people.person WHERE area LIKE '310117%'")
                .getFirst());
    }

    private Plan.Status status(PlanId plan) {
        return Acting.as(leader, () -> plans().get(plan)).status();
    }

    private Plans plans() {
        return office.bean(Plans.class);
    }

    private List<Division> towns() {
        return office.bean(Divisions.class).children(COUNTY, today());
    }

    private List<DivisionCode> villages(Division town) {
        return office.bean(Divisions.class).children(town.code(), today()).stream()
                .map(Division::code)
                .toList();
    }

    private static Actor.Staff staff(String name) {
        return new Actor.Staff(StaffId.next(), name, PostId.next(), "COUNTY_OFFICER", Set.of(), COUNTY);
    }
}
