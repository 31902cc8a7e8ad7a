package org.weimin.bench;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.Outcomes;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;

/**
 * Dibao for a population in memory: the compiled rules beside hand-written Java over whole fen, both on one thread by
 * the time of its processor, and the same again on two threads; beside them other engines with the same rules. Every
 * answer of every one of them is compared.
 */
final class Screening {
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final int LOT = 4_096;
    private static final int LOTS = 8;
    private static final int WARM_UP = 100;
    private final CompiledMatter matter;
    private final Standards standards;
    private final List<Lot> lots;

    private Screening(Pack pack, Edition edition) {
        matter = CompiledMatter.of(pack, edition);
        standards = Standards.of(pack, AS_OF, List.of(SONGJIANG), Map.of());
        lots = IntStream.range(0, LOTS)
                .mapToObj(seed -> Lot.draw(matter, SONGJIANG, AS_OF, LOT, seed))
                .toList();
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        Pack pack = Packs.fromClassPath().get(new MatterId("dibao"));
        new Screening(pack, pack.editionOn(AS_OF)).run(quick);
    }

    private void run(boolean quick) {
        lots.forEach(this::mustAgree);
        int repeats = quick ? 60 : 400;
        for (int i = 0; i < WARM_UP; i++) {
            ours(0, LOTS);
            byHand();
        }
        long[] ours = new long[repeats];
        long[] hand = new long[repeats];
        for (int i = 0; i < repeats; i++) {
            ours[i] = cpu(() -> ours(0, LOTS));
            hand[i] = cpu(this::byHand);
        }
        long households = (long) LOT * LOTS;
        print("compiled", best(ours), households);
        print("by hand", best(hand), households);
        printTwoThreads(repeats);
        new OtherEngines(matter.pack(), SONGJIANG, AS_OF, lots.getFirst()).measure(quick);
        Result.ofNanos("screening", median(ours), median(hand), households).print();
    }

    private void ours(int from, int until) {
        var outcomes = new Outcomes();
        for (int lot = from; lot < until; lot++) {
            matter.judge(lots.get(lot).columns(), standards, outcomes);
        }
    }

    private void byHand() {
        long[] answers = new long[LOT];
        for (Lot lot : lots) {
            for (int household = 0; household < LOT; household++) {
                answers[household] = lot.byHand().judge(household);
            }
        }
    }

    private void mustAgree(Lot lot) {
        var outcomes = new Outcomes();
        matter.judge(lot.columns(), standards, outcomes);
        if (outcomes.interpreted() > 0) {
            throw new IllegalStateException(outcomes.interpreted() + " households were not judged by compiled code");
        }
        for (int household = 0; household < LOT; household++) {
            String hand = answer(lot, household);
            String compiled = outcomes.status(household) == Outcomes.Status.ENTITLED
                    ? outcomes.amount(household, 0).plain()
                    : outcomes.reason(household);
            if (!hand.equals(compiled)) {
                throw new IllegalStateException("household " + household + ": " + compiled + ", by hand " + hand);
            }
        }
    }

    private static String answer(Lot lot, int household) {
        return OtherEngines.REASONS.answer(lot.byHand().judge(household));
    }

    private void printTwoThreads(int repeats) {
        long one = Long.MAX_VALUE;
        long two = Long.MAX_VALUE;
        for (int i = 0; i < repeats; i++) {
            one = Math.min(one, wall(() -> ours(0, LOTS)));
            two = Math.min(two, wall(() -> inTwo(() -> ours(0, LOTS / 2), () -> ours(LOTS / 2, LOTS))));
        }
        BigDecimal scaling = BigDecimal.valueOf(one).divide(BigDecimal.valueOf(two), 2, RoundingMode.HALF_UP);
        System.out.println("two threads: " + scaling + " times as fast (best of " + repeats + ", wall clock)");
    }

    private static void inTwo(Runnable one, Runnable other) {
        Thread beside = Thread.ofPlatform().start(other);
        one.run();
        try {
            beside.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static long wall(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** What the work took of this thread's processor: others who use the machine do not count. */
    static long cpu(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    static void print(String what, long nanos, long households) {
        System.out.printf("%-12s %,14.3f µs of CPU a household%n", what, nanos / 1_000.0 / households);
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long best(long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
