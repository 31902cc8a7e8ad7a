package org.weimin.oversight.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.weimin.kernel.Money;
import org.weimin.oversight.Passed;
import org.weimin.oversight.Standing;

/**
 * 反超: a household is passed when more than half of those of its size who have less income per person than it, by no
 * more than the band, have more per person after aid. Counted in one walk along the incomes.
 */
public final class Overtaking {
    private static final int FEW = 5;

    private Overtaking() {}

    /** The one that is furthest behind first. */
    public static List<Passed> among(List<Standing> standings, Money band) {
        return standings.stream().collect(Collectors.groupingBy(Standing::persons)).values().stream()
                .flatMap(group -> ofOneSize(group, band.fen()).stream())
                .sorted(Comparator.comparing(Passed::behind).reversed())
                .toList();
    }

    private static List<Passed> ofOneSize(List<Standing> group, long bandFen) {
        var ordered = group.stream()
                .sorted(Comparator.comparing(Standing::incomePerPerson))
                .toList();
        long[] totals = group.stream()
                .mapToLong(each -> each.afterPerPerson().fen())
                .distinct()
                .sorted()
                .toArray();
        var below = new Ranks(totals);
        var passed = new ArrayList<Passed>();
        int first = 0;
        int last = 0;
        for (Standing each : ordered) {
            long income = each.incomePerPerson().fen();
            for (; ordered.get(last).incomePerPerson().fen() < income; last++) {
                below.add(ordered.get(last).afterPerPerson().fen(), 1);
            }
            for (; ordered.get(first).incomePerPerson().fen() < income - bandFen; first++) {
                below.add(ordered.get(first).afterPerPerson().fen(), -1);
            }
            long own = each.afterPerPerson().fen();
            int many = last - first;
            int overtaking = many - below.upTo(own);
            if (many >= FEW && overtaking * 2 > many) {
                passed.add(new Passed(each, many, overtaking, new Money(below.median(many) - own)));
            }
        }
        return passed;
    }

    /** 名次: how many of those counted have how much; a Fenwick tree over the amounts that occur. */
    private static final class Ranks {
        private final long[] amounts;
        private final int[] tree;

        Ranks(long[] amounts) {
            this.amounts = amounts;
            this.tree = new int[amounts.length + 1];
        }

        void add(long amount, int count) {
            for (int at = Arrays.binarySearch(amounts, amount) + 1; at < tree.length; at += at & -at) {
                tree[at] += count;
            }
        }

        int upTo(long amount) {
            int sum = 0;
            for (int at = Arrays.binarySearch(amounts, amount) + 1; at > 0; at -= at & -at) {
                sum += tree[at];
            }
            return sum;
        }

        /** The lower one of the two in the middle. */
        long median(int many) {
            int wanted = (many + 1) / 2;
            int at = 0;
            for (int step = Integer.highestOneBit(tree.length); step > 0; step >>= 1) {
                if (at + step < tree.length && tree[at + step] < wanted) {
                    at += step;
                    wanted -= tree[at];
                }
            }
            return amounts[at];
        }
    }
}
