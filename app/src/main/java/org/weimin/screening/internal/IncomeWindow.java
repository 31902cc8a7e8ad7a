package org.weimin.screening.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.weimin.facts.Income;

/**
 * 收入核算期: adds up what one person earned in the months before the day, kind by kind; of several sources for one month
 * the best. The same sum as the facts room's own, without an object for each item.
 */
final class IncomeWindow {
    private static final int KINDS = Income.values().length;
    private final long from;
    private final long until;
    private final long[] monthEnds;
    private int size;
    private int[] kind = new int[16];
    private int[] rank = new int[16];
    private int[] recordedOn = new int[16];
    private long[] first = new long[16];
    private long[] after = new long[16];
    private long[] fen = new long[16];

    IncomeWindow(LocalDate asOf, int months) {
        YearMonth thisMonth = YearMonth.from(asOf);
        this.from = thisMonth.minusMonths(months).atDay(1).toEpochDay();
        this.until = thisMonth.atDay(1).toEpochDay();
        this.monthEnds = IntStream.rangeClosed(1, months)
                .mapToLong(back -> thisMonth.minusMonths(back).atEndOfMonth().toEpochDay())
                .toArray();
    }

    LocalDate from() {
        return LocalDate.ofEpochDay(from);
    }

    void clear() {
        size = 0;
    }

    /** An amount a month, for the days {@code first} until before {@code after}. */
    void add(int incomeKind, long monthlyFen, long firstDay, long afterDay, int sourceRank, int day) {
        if (firstDay >= until || afterDay <= from) {
            return;
        }
        if (size == kind.length) {
            grow();
        }
        kind[size] = incomeKind;
        fen[size] = monthlyFen;
        first[size] = firstDay;
        after[size] = afterDay;
        rank[size] = sourceRank;
        recordedOn[size++] = day;
    }

    /** Writes each total into its column; a kind that nobody spoke of stays unknown. */
    void total(@Nullable FactColumn[] totals, int row) {
        for (int each = 0; size > 0 && each < KINDS; each++) {
            int best = best(each, Long.MIN_VALUE);
            FactColumn column = totals[each];
            if (best >= 0 && column != null) {
                column.put(row, total(each), rank[best], recordedOn[best]);
            }
        }
        size = 0;
    }

    private long total(int incomeKind) {
        long total = 0;
        for (long day : monthEnds) {
            int best = best(incomeKind, day);
            total += best >= 0 ? fen[best] : 0;
        }
        return total;
    }

    /** The item of the best source that is true on the day; any item when no day is asked for. */
    private int best(int incomeKind, long day) {
        int best = -1;
        for (int item = 0; item < size; item++) {
            boolean fits =
                    kind[item] == incomeKind && (day == Long.MIN_VALUE || (first[item] <= day && day < after[item]));
            if (fits && (best < 0 || rank[item] < rank[best])) {
                best = item;
            }
        }
        return best;
    }

    private void grow() {
        kind = Arrays.copyOf(kind, 2 * size);
        rank = Arrays.copyOf(rank, 2 * size);
        recordedOn = Arrays.copyOf(recordedOn, 2 * size);
        first = Arrays.copyOf(first, 2 * size);
        after = Arrays.copyOf(after, 2 * size);
        fen = Arrays.copyOf(fen, 2 * size);
    }
}
