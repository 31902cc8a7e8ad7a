package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.Audit;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Likeness;
import org.weimin.people.internal.Level.Observation;

/**
 * 查重过程: reads the residents of a place once, compares in memory what shares enough, and looks more closely at what
 * is near the listed score. Identity numbers are opened only where they decide.
 */
@Component
class DuplicateScan {
    private static final int BATCH = 2_000;
    /** The most that a closer look adds: a number that differs in its birth date alone, or people in common. */
    private static final int MOST_OF_CLOSER_LOOK = 100;
    /** Chances no longer move after so many steps. */
    private static final int STEPS = 12;

    private static final int LISTED = Confidence.POSSIBLE.leastTenths();
    private final RollStore rolls;
    private final DuplicateStore pairs;
    private final TransactionTemplate transaction;
    private final Audit audit;

    DuplicateScan(RollStore rolls, DuplicateStore pairs, TransactionTemplate transaction, Audit audit) {
        this.rolls = rolls;
        this.pairs = pairs;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** A pair and what is seen in it. */
    record Compared(RollStore.Two pair, List<Observation> seen) {
        Compared and(List<Observation> more) {
            var all = new ArrayList<>(seen);
            all.addAll(more);
            return new Compared(pair, all);
        }
    }

    /** A pair that is listed, and why. */
    record Listed(RollStore.Two pair, int score, List<Likeness> reasons) {}

    DuplicateRun.Counts run(DuplicateRun run) {
        Roll roll = transaction.execute(status -> rolls.read(run.place()));
        long[] candidates = Blocks.pairsOf(roll);
        Weights guess = Weights.firstGuess(roll.size());
        List<Compared> tied = inBatches(near(roll, candidates, guess), this::tied);
        Weights sofar = learn(guess, tied);
        var unsealed = new AtomicLong();
        List<Compared> whole = inBatches(tied, batch -> withNumbers(run, batch, sofar, unsealed));
        Weights weights = learn(sofar, whole);
        List<Listed> listed = whole.stream()
                .filter(each -> weights.score(each.seen()) >= LISTED)
                .map(each -> new Listed(each.pair(), weights.score(each.seen()), weights.explain(each.seen())))
                .toList();
        int reopened = transaction.execute(status -> pairs.write(run, listed));
        return new DuplicateRun.Counts(
                roll.size(), candidates.length, unsealed.get(), listed.size(), reopened, weights.learnt());
    }

    static List<Compared> near(Roll roll, long[] candidates, Weights guess) {
        var comparing = new Comparing(roll);
        var near = new ArrayList<Compared>();
        for (long pair : candidates) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            List<Observation> seen = comparing.of(one, other);
            if (guess.score(seen) >= LISTED - MOST_OF_CLOSER_LOOK) {
                near.add(new Compared(inOrder(roll.id(one), roll.id(other)), seen));
            }
        }
        return near;
    }

    static Weights learn(Weights from, List<Compared> pairs) {
        List<List<Observation>> seen = pairs.stream().map(Compared::seen).toList();
        Weights weights = from;
        for (int step = 0; step < STEPS; step++) {
            weights = weights.learnFrom(seen);
        }
        return weights;
    }

    /** As the database orders ids: byte by byte. */
    private static RollStore.Two inOrder(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        if (order == 0) {
            order = Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
        }
        return order <= 0 ? new RollStore.Two(one, other) : new RollStore.Two(other, one);
    }

    private List<Compared> inBatches(List<Compared> pairs, UnaryOperator<List<Compared>> look) {
        var looked = new ArrayList<Compared>(pairs.size());
        for (int from = 0; from < pairs.size(); from += BATCH) {
            List<Compared> batch = pairs.subList(from, Math.min(pairs.size(), from + BATCH));
            looked.addAll(Objects.requireNonNull(transaction.execute(status -> look.apply(batch))));
        }
        return looked;
    }

    private List<Compared> tied(List<Compared> batch) {
        Map<RollStore.Two, RollStore.Ties> ties =
                rolls.ties(batch.stream().map(Compared::pair).toList());
        return batch.stream()
                .map(each ->
                        each.and(Objects.requireNonNull(ties.get(each.pair())).seen()))
                .toList();
    }

    /** Identity numbers are opened where they decide, and only there. */
    private List<Compared> withNumbers(DuplicateRun run, List<Compared> batch, Weights weights, AtomicLong unsealed) {
        var undecided = new HashSet<UUID>();
        for (Compared each : batch) {
            if (isUndecided(each, weights)) {
                undecided.add(each.pair().one());
                undecided.add(each.pair().other());
            }
        }
        if (undecided.isEmpty()) {
            return batch;
        }
        Map<UUID, String> numbers = rolls.identityNumbers(undecided);
        audit.looked("identity-numbers", "duplicate-run", run.id(), "查重比对 × " + undecided.size());
        unsealed.addAndGet(undecided.size());
        return batch.stream()
                .map(each -> isUndecided(each, weights) ? each.and(List.of(numberOf(each, numbers))) : each)
                .toList();
    }

    static boolean isUndecided(Compared pair, Weights weights) {
        int score = weights.score(pair.seen());
        return score >= LISTED - MOST_OF_CLOSER_LOOK && score < Confidence.LIKELY.leastTenths();
    }

    private static Observation numberOf(Compared pair, Map<UUID, String> numbers) {
        return IdentityComparing.of(
                        Objects.requireNonNull(numbers.get(pair.pair().one())),
                        Objects.requireNonNull(numbers.get(pair.pair().other())))
                .observed();
    }
}
