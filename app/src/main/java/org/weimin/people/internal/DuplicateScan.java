package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.audit.Audit;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicateRun;
import org.weimin.people.Likeness;

/**
 * 查重过程: reads the residents of a place once, compares in memory what shares enough, and looks more closely at what
 * is near the listed score. Identity numbers are opened only where they decide.
 */
@Component
class DuplicateScan {
    private static final int BATCH = 2_000;
    /** The most that a closer look adds: a number that differs in its birth date alone. */
    private static final int MOST_OF_IDENTITY = 80;

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

    /** A pair with the reasons found so far. */
    record Compared(RollStore.Two pair, List<Likeness> reasons) {
        int score() {
            return Comparing.sum(reasons);
        }
    }

    DuplicateRun.Counts run(DuplicateRun run) {
        Roll roll = transaction.execute(status -> rolls.read(run.place()));
        long[] candidates = Blocks.pairsOf(roll);
        List<Compared> near = compare(roll, candidates);
        var listed = new ArrayList<Compared>();
        long unsealed = 0;
        for (int from = 0; from < near.size(); from += BATCH) {
            List<Compared> batch = near.subList(from, Math.min(near.size(), from + BATCH));
            unsealed += transaction.execute(status -> lookCloser(run, batch, listed));
        }
        int reopened = transaction.execute(status -> pairs.write(run, listed));
        return new DuplicateRun.Counts(roll.size(), candidates.length, unsealed, listed.size(), reopened);
    }

    private static List<Compared> compare(Roll roll, long[] candidates) {
        var comparing = new Comparing(roll);
        var near = new ArrayList<Compared>();
        for (long pair : candidates) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            List<Likeness> reasons = comparing.of(one, other);
            if (Comparing.sum(reasons) >= LISTED - MOST_OF_IDENTITY) {
                near.add(new Compared(inOrder(roll.id(one), roll.id(other)), reasons));
            }
        }
        return near;
    }

    /** As the database orders ids: byte by byte. */
    private static RollStore.Two inOrder(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        if (order == 0) {
            order = Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
        }
        return order <= 0 ? new RollStore.Two(one, other) : new RollStore.Two(other, one);
    }

    /** Returns how many numbers were opened. */
    private long lookCloser(DuplicateRun run, List<Compared> batch, List<Compared> listed) {
        Map<RollStore.Two, RollStore.Ties> ties =
                rolls.ties(batch.stream().map(Compared::pair).toList());
        var tied = batch.stream()
                .map(each -> tied(each, Objects.requireNonNull(ties.get(each.pair()))))
                .toList();
        var undecided = new HashSet<UUID>();
        for (Compared each : tied) {
            if (isUndecided(each)) {
                undecided.add(each.pair().one());
                undecided.add(each.pair().other());
            }
        }
        Map<UUID, String> numbers = undecided.isEmpty() ? new HashMap<>() : rolls.identityNumbers(undecided);
        if (!undecided.isEmpty()) {
            audit.looked("identity-numbers", "duplicate-run", run.id(), "查重比对 × " + undecided.size());
        }
        for (Compared each : tied) {
            Compared whole = isUndecided(each) ? withIdentity(each, numbers) : each;
            if (whole.score() >= LISTED) {
                listed.add(whole);
            }
        }
        return undecided.size();
    }

    private static boolean isUndecided(Compared pair) {
        return pair.score() >= LISTED - MOST_OF_IDENTITY && pair.score() < Confidence.LIKELY.leastTenths();
    }

    private static Compared tied(Compared pair, RollStore.Ties ties) {
        var reasons = new ArrayList<>(pair.reasons());
        if (ties.together()) {
            reasons.add(FixedWeights.ROSTER_TOGETHER);
        }
        if (ties.kin()) {
            reasons.add(FixedWeights.KIN_RECORDED);
        }
        return new Compared(pair.pair(), reasons);
    }

    private static Compared withIdentity(Compared pair, Map<UUID, String> numbers) {
        var reasons = new ArrayList<>(pair.reasons());
        reasons.add(IdentityComparing.of(
                numbers.getOrDefault(pair.pair().one(), ""),
                numbers.getOrDefault(pair.pair().other(), "")));
        return new Compared(pair.pair(), reasons);
    }
}
