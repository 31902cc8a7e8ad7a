package org.weimin.people.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.weimin.people.DuplicateRun.Learnt;
import org.weimin.people.Likeness;
import org.weimin.people.internal.Level.Group;
import org.weimin.people.internal.Level.Observation;

/**
 * 权重: how many tenths of a bit an observation weighs: the logarithm of how much more often it is made of two records
 * of one person than of two people. I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969);
 * weights by how frequent the value is and chances learnt from the pairs themselves: W. E. Winkler, Frequency-Based
 * Matching in the Fellegi-Sunter Model (1989) and Using the EM Algorithm for Weight Computation (1988).
 */
final class Weights {
    /** Chances are in millionths. */
    private static final int WHOLE = 1_000_000;
    /** A first guess: of a hundred residents one has been entered twice. */
    private static final int TWICE = 10_000;
    /** So many residents, and so many pairs, the first guess counts for: a village does not unlearn it. */
    private static final int RESIDENTS_OF_GUESS = 2_000;

    private static final int PAIRS_OF_GUESS = 50;
    /** Phone, card and address together say no more than this: families share them. */
    private static final int MOST_OF_CONTACT = 120;

    private static final int TENTHS = 10;
    private final int residents;
    private final int twice;
    private final Map<Level, Integer> amongSame;
    private final Map<Level, Integer> amongOthers;

    private Weights(int residents, int twice, Map<Level, Integer> amongSame, Map<Level, Integer> amongOthers) {
        this.residents = residents;
        this.twice = twice;
        this.amongSame = amongSame;
        this.amongOthers = amongOthers;
    }

    static Weights firstGuess(int residents) {
        return new Weights(Math.max(2, residents), TWICE, each(Level::amongSame), each(Level::amongOthers));
    }

    private static Map<Level, Integer> each(ToIntFunction<Level> chance) {
        Map<Level, Integer> chances = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            chances.put(level, chance.applyAsInt(level));
        }
        return chances;
    }

    /**
     * One step of expectation and maximisation: each pair counts for one person as far as it is believed to be, and the
     * chances become what is so found. How alike the numbers of strangers are depends on how they were given out here,
     * so that is learnt as well; twins and relatives do not teach it.
     */
    Weights learnFrom(List<List<Observation>> pairs) {
        Map<Level, Double> same = new EnumMap<>(Level.class);
        Map<Level, Double> others = new EnumMap<>(Level.class);
        double believed = 0;
        for (List<Observation> pair : pairs) {
            // The chance that a pair with this score is one person.
            double belief = 1 / (1 + Math.pow(2, -score(pair) / (double) TENTHS));
            believed += belief;
            boolean isOfFamily = pair.stream().anyMatch(each -> each.level().group() == Group.FIXED);
            for (Observation each : pair) {
                same.merge(each.level(), belief, Double::sum);
                others.merge(each.level(), isOfFamily ? 0 : 1 - belief, Double::sum);
            }
        }
        double share = (TWICE * (double) RESIDENTS_OF_GUESS + believed * WHOLE) / (RESIDENTS_OF_GUESS + residents);
        return new Weights(
                residents,
                (int) Math.round(share),
                each(level ->
                        level.group() == Group.FIXED ? level.amongSame() : corrected(level, level.amongSame(), same)),
                each(level -> level.group().isOfNumbers()
                        ? corrected(level, level.amongOthers(), others)
                        : level.amongOthers()));
    }

    /** Never nothing: what has not been found yet may be found. */
    private static int corrected(Level level, int guess, Map<Level, Double> found) {
        double ofGroup = found.entrySet().stream()
                .filter(each -> each.getKey().group() == level.group())
                .mapToDouble(Map.Entry::getValue)
                .sum();
        double chance =
                (PAIRS_OF_GUESS * (double) guess + found.getOrDefault(level, 0.0) * WHOLE) / (PAIRS_OF_GUESS + ofGroup);
        return (int) Math.max(1, Math.round(chance));
    }

    int score(List<Observation> pair) {
        int sum = start();
        int contact = 0;
        for (Observation each : pair) {
            int tenths = tenths(each);
            sum += tenths;
            contact += each.level().isOfContact() ? tenths : 0;
        }
        return sum - Math.max(0, contact - MOST_OF_CONTACT);
    }

    /** The score, line by line. */
    List<Likeness> explain(List<Observation> pair) {
        var lines = new ArrayList<Likeness>();
        lines.add(new Likeness("start", "odds", start(), residents));
        int contact = 0;
        for (Observation each : pair) {
            Level level = each.level();
            lines.add(new Likeness(level.field(), level.how(), tenths(each), each.shared()));
            contact += level.isOfContact() ? tenths(each) : 0;
        }
        if (contact > MOST_OF_CONTACT) {
            lines.add(new Likeness("contact", "shared", MOST_OF_CONTACT - contact, 0));
        }
        return lines;
    }

    /** What was learnt, for the definition on the page. */
    List<Learnt> learnt() {
        return Arrays.stream(Level.values())
                .map(level -> new Learnt(
                        level.field() + "." + level.how(),
                        BigDecimal.valueOf(chance(level), 4).setScale(1, RoundingMode.HALF_UP),
                        level.isCounted() ? 0 : tenths(level.observed()),
                        level.isCounted()))
                .toList();
    }

    /** Before anything is compared: among all pairs there are very few that are one person. */
    private int start() {
        return tenths(2.0 * twice / WHOLE, residents - 1.0);
    }

    private int tenths(Observation observation) {
        Level level = observation.level();
        // The rarer the value that both have, the more it says.
        double others = level.isCounted()
                ? WHOLE * Math.max(1.0, observation.shared() - 1.0) / residents
                : Objects.requireNonNull(amongOthers.get(level));
        return tenths(chance(level), others);
    }

    private int chance(Level level) {
        return Objects.requireNonNull(amongSame.get(level));
    }

    private static int tenths(double amongSame, double amongOthers) {
        return (int) Math.round(TENTHS * Math.log(amongSame / amongOthers) / Math.log(2));
    }
}
