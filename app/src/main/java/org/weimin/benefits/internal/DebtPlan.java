package org.weimin.benefits.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weimin.benefits.Entitlement;
import org.weimin.kernel.Money;
import org.weimin.kernel.PayableId;
import org.weimin.ledger.Payable;
import org.weimin.ledger.Payable.Kind;

/**
 * 应付计划: what a new entitlement owes for the months that have begun, beside what was owed for them before. A closed
 * month is not changed: the difference is back pay, or an overpayment to recover.
 */
public record DebtPlan(List<Payable> debts, SortedMap<YearMonth, Money> overpaid) {
    public static DebtPlan of(Entitlement granted, List<Payable> owedBefore, YearMonth thisMonth) {
        var debts = new ArrayList<Payable>();
        var overpaid = new TreeMap<YearMonth, Money>();
        for (YearMonth month = granted.from(); !month.isAfter(thisMonth); month = month.plusMonths(1)) {
            Money before = owedFor(month, owedBefore);
            Money difference = granted.monthly().minus(before);
            if (difference.isPositive()) {
                boolean isRegular = month.equals(thisMonth) && before.equals(Money.ZERO);
                debts.add(debt(granted, month, isRegular ? Kind.REGULAR : Kind.BACK_PAY, difference));
            } else if (difference.isNegative()) {
                overpaid.put(month, difference.negated());
            }
        }
        return new DebtPlan(debts, overpaid);
    }

    public static Payable regular(Entitlement entitlement, YearMonth month) {
        return debt(entitlement, month, Kind.REGULAR, entitlement.monthly());
    }

    /**
     * What nobody owes yet of the months {@code from} until {@code until}, because the aid was thought to have ended
     * when they began; months before its first regular one were settled with what it took the place of.
     */
    public static List<Payable> missing(Entitlement entitlement, List<Payable> owed, YearMonth from, YearMonth until) {
        Optional<YearMonth> first = owed.stream()
                .filter(debt -> debt.kind() == Kind.REGULAR)
                .map(Payable::month)
                .min(Comparator.naturalOrder());
        var debts = new ArrayList<Payable>();
        for (YearMonth month = from; first.isPresent() && month.isBefore(until); month = month.plusMonths(1)) {
            if (month.isAfter(first.get()) && owedFor(month, owed).equals(Money.ZERO)) {
                debts.add(debt(entitlement, month, Kind.BACK_PAY, entitlement.monthly()));
            }
        }
        return debts;
    }

    /** What stays owed or paid after the last month, although nothing was due any more. */
    public static NavigableMap<YearMonth, Money> paidAfter(List<Payable> owed, YearMonth lastMonth) {
        var paid = new TreeMap<YearMonth, Money>();
        owed.stream()
                .filter(debt -> debt.month().isAfter(lastMonth))
                .forEach(debt -> paid.merge(debt.month(), debt.amount(), Money::plus));
        return paid;
    }

    private static Money owedFor(YearMonth month, List<Payable> owed) {
        return Money.sum(
                owed.stream().filter(debt -> debt.month().equals(month)).map(Payable::amount));
    }

    private static Payable debt(Entitlement entitlement, YearMonth month, Kind kind, Money amount) {
        return new Payable(
                PayableId.next(),
                entitlement.matter(),
                entitlement.id(),
                entitlement.payee(),
                month,
                kind,
                0,
                amount,
                entitlement.area());
    }
}
