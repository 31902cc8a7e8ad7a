package org.weimin.bench;

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
            var byKind = work(office, cookies, pages, clicks);
            var ours = of(byKind.values().stream().flatMap(List::stream));
            var empty = of(work(office, cookies, List.of("/bench/empty"), clicks).values().stream()
                    .flatMap(List::stream));
            byKind.forEach((kind, nanos) ->
                    System.out.printf("%-26s %s%n", kind, of(nanos.stream()).text()));
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

    /** How long each click took, by the kind of page that was asked for. */
    private static Map<String, List<Long>> work(Office office, List<String> cookies, List<String> pages, int clicks)
            throws InterruptedException, ExecutionException {
        List<Future<Map<String, List<Long>>>> clerks = new ArrayList<>();
        try (var desks = Executors.newFixedThreadPool(cookies.size())) {
            for (int i = 0; i < cookies.size(); i++) {
                var random = new Random(i);
                String cookie = cookies.get(i);
                clerks.add(desks.submit(() -> clerk(office, cookie, pages, clicks, random)));
            }
        }
        var all = new TreeMap<String, List<Long>>();
        for (var clerk : clerks) {
            clerk.get()
                    .forEach((kind, nanos) ->
                            all.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(nanos));
        }
        return all;
    }

    /** Reads for half a second to a second and a half between two clicks, which is quick for a human being. */
    private static Map<String, List<Long>> clerk(
            Office office, String cookie, List<String> pages, int clicks, Random random) throws InterruptedException {
        var nanos = new TreeMap<String, List<Long>>();
        for (int i = 0; i < clicks; i++) {
            Thread.sleep(500 + random.nextInt(1_000));
            String page = pages.get(random.nextInt(pages.size()));
            nanos.computeIfAbsent(kind(page), kind -> new ArrayList<>()).add(office.time(page, cookie));
        }
        return nanos;
    }

    private static String kind(String page) {
        return page.replaceFirst("/[0-9a-f-]{36}$", "/…");
    }

    private static Percentiles of(Stream<Long> nanos) {
        return new Percentiles(nanos.mapToLong(Long::longValue).toArray());
    }
}
