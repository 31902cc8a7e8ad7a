package org.weimin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.weimin.access.Role;

/** Fifty clerks at work, a page every second or so, beside the same fifty asking for an empty page. */
final class Pages {
    private static final int CLERKS = 50;
    private static final int HOUSEHOLDS = 2_000;

    private Pages() {}

    public static void main(String[] args) throws Exception {
        boolean quick = List.of(args).contains("--quick");
        int clicks = quick ? 12 : 60;
        try (var office = Office.open(HOUSEHOLDS)) {
            List<String> cookies = office.cookies(Role.COUNTY_OFFICER, CLERKS);
            List<String> pages = pages(office);
            work(office, cookies, pages, 5);
            var ours = work(office, cookies, pages, clicks);
            var empty = work(office, cookies, List.of("/bench/empty"), clicks);
            System.out.println("pages: " + ours.text());
            System.out.println("empty: " + empty.text());
            Result.ofNanos("pages", ours.at(950), empty.at(950), (long) CLERKS * clicks)
                    .print();
        }
    }

    private static List<String> pages(Office office) {
        var pages = new ArrayList<>(List.of(
                "/desk", "/cases", "/people", "/people?q=%E5%BC%A0%E4%BC%9F", "/people?q=zw", "/policy", "/divisions"));
        office.ids("SELECT id FROM people.household ORDER BY id LIMIT 40")
                .forEach(id -> pages.add("/households/" + id));
        office.ids("SELECT id FROM casework.case_file ORDER BY id LIMIT 40").forEach(id -> pages.add("/cases/" + id));
        return pages;
    }

    private static Percentiles work(Office office, List<String> cookies, List<String> pages, int clicks)
            throws InterruptedException, ExecutionException {
        List<Future<long[]>> clerks = new ArrayList<>();
        try (var desks = Executors.newFixedThreadPool(cookies.size())) {
            for (int i = 0; i < cookies.size(); i++) {
                var random = new Random(i);
                String cookie = cookies.get(i);
                clerks.add(desks.submit(() -> clerk(office, cookie, pages, clicks, random)));
            }
        }
        var all = new ArrayList<Long>();
        for (var clerk : clerks) {
            for (long nanos : clerk.get()) {
                all.add(nanos);
            }
        }
        return new Percentiles(all.stream().mapToLong(Long::longValue).toArray());
    }

    /** Reads for half a second to a second and a half between two clicks, which is quick for a human being. */
    private static long[] clerk(Office office, String cookie, List<String> pages, int clicks, Random random)
            throws InterruptedException {
        long[] nanos = new long[clicks];
        for (int i = 0; i < clicks; i++) {
            Thread.sleep(500 + random.nextInt(1_000));
            nanos[i] = office.time(pages.get(random.nextInt(pages.size())), cookie);
        }
        return nanos;
    }
}
