package org.weimin.bench;

import java.util.List;
import java.util.Random;
import org.weimin.access.Role;

/** One decision with its explanation, asked for over HTTP by one clerk, beside an empty page of the same server. */
final class Decide {
    private static final int HOUSEHOLDS = 2_000;

    private Decide() {}

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        int asked = quick ? 500 : 5_000;
        try (var office = Office.open(HOUSEHOLDS)) {
            String officer = office.cookies(Role.COUNTY_OFFICER, 1).getFirst();
            List<String> households = office.ids("SELECT id FROM people.household ORDER BY id LIMIT 500");
            run(office, officer, households, asked);
            long[][] measured = run(office, officer, households, asked);
            var decision = new Percentiles(measured[0]);
            var empty = new Percentiles(measured[1]);
            System.out.println("decision: " + decision.text());
            System.out.println("empty:    " + empty.text());
            Result.ofNanos("decide", decision.at(990), empty.at(990), asked).print();
        }
    }

    /** In turn, so that whatever else the machine does falls on both alike. */
    private static long[][] run(Office office, String cookie, List<String> households, int asked) {
        var random = new Random(1);
        long[][] nanos = new long[2][asked];
        for (int i = 0; i < asked; i++) {
            String household = households.get(random.nextInt(households.size()));
            nanos[0][i] = office.time("/eligibility/" + household, cookie);
            nanos[1][i] = office.time("/bench/empty", cookie);
        }
        return nanos;
    }
}
