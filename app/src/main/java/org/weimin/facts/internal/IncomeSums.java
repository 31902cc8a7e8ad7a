package org.weimin.facts.internal;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.weimin.facts.FactItem;
import org.weimin.facts.Income;
import org.weimin.facts.IncomeTotal;
import org.weimin.kernel.Money;

/** Adds monthly amounts up over a window; of several sources for one month the one that stands nearest to the facts. */
public final class IncomeSums {
    private static final List<String> BEST_FIRST = List.of("CHECKED", "REGISTER", "VISIT", "DECLARED", "SYSTEM");

    private IncomeSums() {}

    /** A kind that nobody spoke of is absent: unknown, not zero. */
    public static List<IncomeTotal> over(List<FactItem> items, YearMonth first, YearMonth last) {
        return Stream.of(Income.values())
                .flatMap(kind -> total(
                        kind,
                        items.stream()
                                .filter(item -> item.name().equals(kind.item()))
                                .sorted(Comparator.comparingInt(item -> BEST_FIRST.indexOf(item.source())))
                                .toList(),
                        first,
                        last)
                        .stream())
                .toList();
    }

    private static Optional<IncomeTotal> total(Income kind, List<FactItem> items, YearMonth first, YearMonth last) {
        Money total = Money.ZERO;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var day = month.atEndOfMonth();
            total = total.plus(items.stream()
                    .filter(item -> item.valid().contains(day))
                    .findFirst()
                    .map(item -> Money.yuan(item.value()))
                    .orElse(Money.ZERO));
        }
        Money sum = total;
        return items.stream().findFirst().map(best -> new IncomeTotal(kind, sum, best.source(), best.evidence()));
    }
}
