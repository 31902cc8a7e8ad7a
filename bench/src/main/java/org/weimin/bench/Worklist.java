package org.weimin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.casework.Casework;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.CaseFilter.Whose;
import org.weimin.casework.internal.Mark;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;

/**
 * Desks and lists of officials at work over a million open cases, through HTTP, beside the bare indexed SELECT of the
 * first page of such a list. Before the clock starts, every number is compared with the lines that it counts, and a
 * case that is closed has left its list when the next question is asked.
 */
final class Worklist {
    private static final int HOUSEHOLDS = 60;
    private static final int CLERKS = 10;
    private static final String PICKED = """
        SELECT case_file_id, due_on FROM casework.task WHERE town = ? AND awaits = ANY (?)
         ORDER BY due_on, case_file_id LIMIT 51
        """;
    private final Office office;
    private final Connection bare;

    private Worklist(Office office, Connection bare) {
        this.office = office;
        this.bare = bare;
    }

    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        boolean quick = List.of(args).contains("--quick");
        int cases = quick ? 100_000 : 1_000_000;
        Path home = Path.of("bench", "target", "home-worklist").toAbsolutePath();
        try (var office = Office.open(HOUSEHOLDS, home);
                var bare = Sweep.superuser(office, home)) {
            new Worklist(office, bare).run(cases, quick ? 8 : 30);
        }
    }

    private void run(int cases, int clicks) throws SQLException, InterruptedException, ExecutionException {
        fill(cases);
        Actor.Staff clerk = staff(Role.STREET_CLERK, "casework.handle");
        Actor.Staff officer = staff(Role.COUNTY_OFFICER, "casework.handle", "casework.decide");
        numbersAreTheirLists(clerk, officer);
        whatIsDoneIsGoneAtOnce(clerk);
        var byKind = work(clicks);
        byKind.forEach((kind, nanos) ->
                System.out.printf("%-60s %s%n", kind, of(nanos.stream()).text()));
        var ours = of(byKind.values().stream().flatMap(List::stream));
        var select = select(clerk);
        System.out.println("pages:       " + ours.text());
        System.out.println("bare SELECT: " + select.text());
        Result.ofNanos("worklist", ours.at(950), select.at(950), cases).print();
    }

    /** Open cases in every stage and every community of the demo's county, as rows: they are not what is measured. */
    private void fill(int cases) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET maintenance_work_mem = '256MB'");
            long there;
            try (var rows = statement.executeQuery("SELECT count(*) FROM casework.task WHERE pack = 'dibao'")) {
                rows.next();
                there = rows.getLong(1);
            }
            if (there * 3 > cases) {
                return;
            }
            statement.execute("TRUNCATE casework.task, casework.task_count");
            statement.execute(Sweep.text("worklist.sql")
                    .replace(":cases", Integer.toString(cases))
                    .replace(
                            ":today",
                            "DATE '" + office.bean(BusinessClock.class).today() + "'"));
            statement.execute(
                    "VACUUM (ANALYZE) casework.case_file, casework.deadline, casework.task, casework.task_count");
        }
    }

    private void numbersAreTheirLists(Actor.Staff... officials) {
        var lists = office.bean(WorkLists.class);
        for (Actor.Staff official : officials) {
            for (WorkList list : List.of(WorkList.OVERDUE, WorkList.HEARINGS, WorkList.RETURNED)) {
                for (Whose whose : Whose.values()) {
                    var filter = CaseFilter.of(list, whose);
                    long counted = Acting.as(official, () -> lists.count(filter));
                    long listed = Acting.as(official, () ->
                            (long) lists.rows(filter, Mark.START, 20_000).size());
                    if (Math.min(counted, 20_000) != listed) {
                        throw new IllegalStateException(filter + ": " + counted + " counted, " + listed + " listed");
                    }
                }
            }
        }
    }

    private void whatIsDoneIsGoneAtOnce(Actor.Staff clerk) {
        var lists = office.bean(WorkLists.class);
        var mine = CaseFilter.of(WorkList.OPEN, Whose.MINE);
        for (int i = 0; i < 20; i++) {
            long before = Acting.as(clerk, () -> lists.count(mine));
            var first = Acting.as(clerk, () -> lists.rows(mine, Mark.START, 1)).getFirst();
            Acting.as(clerk, () -> office.bean(Casework.class).withdraw(first.id(), "bench"));
            long after = Acting.as(clerk, () -> lists.count(mine));
            var next = Acting.as(clerk, () -> lists.rows(mine, Mark.START, 1)).getFirst();
            if (after != before - 1 || next.id().equals(first.id())) {
                throw new IllegalStateException("A closed case is still on the list: " + first.number());
            }
        }
    }

    /** How long each click took, by the kind of page that was asked for. */
    private Map<String, List<Long>> work(int clicks) throws InterruptedException, ExecutionException {
        var cookies = new ArrayList<>(office.cookies(Role.STREET_CLERK, CLERKS - 2));
        cookies.addAll(office.cookies(Role.COUNTY_OFFICER, 2));
        String pages = "/cases?whose=MINE&list=OPEN,/cases?whose=MINE&list=OVERDUE,/cases?whose=MINE&list=SOON,"
                + "/cases?whose=ALL&list=OPEN&matter=dibao,/cases?whose=ALL&list=OPEN&state=VISITING,"
                + "/cases?whose=ALL&list=OPEN&place=310117003,"
                + "/cases?whose=ALL&list=OPEN&after=" + middle() + ",/desk";
        clerks(cookies, List.of(pages.split(",")), 10);
        return clerks(cookies, List.of(pages.split(",")), clicks);
    }

    private String middle() {
        return office.bean(BusinessClock.class).today().plusDays(30) + "_01900000-0000-7000-8000-000000000000";
    }

    private Map<String, List<Long>> clerks(List<String> cookies, List<String> pages, int clicks)
            throws InterruptedException, ExecutionException {
        List<Future<Map<String, List<Long>>>> at = new ArrayList<>();
        try (var desks = Executors.newFixedThreadPool(cookies.size())) {
            for (int i = 0; i < cookies.size(); i++) {
                String cookie = cookies.get(i);
                String who = i < CLERKS - 2 ? "street " : "county ";
                var random = new Random(i);
                at.add(desks.submit(() -> clerk(cookie, who, pages, clicks, random)));
            }
        }
        var all = new TreeMap<String, List<Long>>();
        for (var clerk : at) {
            clerk.get()
                    .forEach((kind, nanos) ->
                            all.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(nanos));
        }
        return all;
    }

    private Map<String, List<Long>> clerk(String cookie, String who, List<String> pages, int clicks, Random random)
            throws InterruptedException {
        var nanos = new TreeMap<String, List<Long>>();
        for (int i = 0; i < clicks; i++) {
            Thread.sleep(300 + random.nextInt(700));
            String page = pages.get(random.nextInt(pages.size()));
            nanos.computeIfAbsent(who + page.replaceAll("after=.*", "after=…"), kind -> new ArrayList<>())
                    .add(office.time(page, cookie));
        }
        return nanos;
    }

    private Percentiles select(Actor.Staff clerk) throws SQLException {
        long[] nanos = new long[300];
        try (PreparedStatement picked = bare.prepareStatement(PICKED)) {
            picked.setString(1, clerk.area().value());
            picked.setArray(2, bare.createArrayOf("text", new String[] {"HANDLE.dibao", "HANDLE.tekun"}));
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                try (var rows = picked.executeQuery()) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
                nanos[i] = System.nanoTime() - start;
            }
        }
        return new Percentiles(nanos);
    }

    private Actor.Staff staff(Role role, String... permissions) {
        Seat seat = office.bean(Staffing.class).seats().stream()
                .filter(each -> each.post().role() == role && each.holder().isPresent())
                .findFirst()
                .orElseThrow();
        var holder = seat.holder().orElseThrow();
        return new Actor.Staff(
                holder.id(),
                holder.name(),
                seat.post().id(),
                role.name(),
                java.util.Set.of(permissions),
                seat.post().scope());
    }

    private static Percentiles of(Stream<Long> nanos) {
        return new Percentiles(nanos.mapToLong(Long::longValue).toArray());
    }
}
