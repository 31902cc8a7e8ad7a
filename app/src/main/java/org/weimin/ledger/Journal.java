package org.weimin.ledger;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.Money;

/**
 * 记账凭证: one booking. Debits equal credits, or it cannot exist. {@code key} names the event that caused it, so that
 * the same event is booked once; {@code memo} is the name of a text.
 */
public record Journal(String key, LocalDate bookedOn, String memo, List<Entry> entries) {
    /** 借贷方向. */
    public enum Side {
        DEBIT,
        CREDIT;

        Side other() {
            return this == DEBIT ? CREDIT : DEBIT;
        }
    }

    /** 分录: one leg; its amount is above zero, the side says the direction. */
    public record Entry(Account account, Side side, Money amount) {
        public Entry {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("An entry of " + amount + " on " + account);
            }
        }

        public static Entry debit(Account account, Money amount) {
            return new Entry(account, Side.DEBIT, amount);
        }

        public static Entry credit(Account account, Money amount) {
            return new Entry(account, Side.CREDIT, amount);
        }
    }

    public Journal {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !total(entries, Side.DEBIT).equals(total(entries, Side.CREDIT))) {
            throw new IllegalArgumentException("Unbalanced journal " + key + ": " + entries);
        }
    }

    public Money total() {
        return total(entries, Side.DEBIT);
    }

    /** The only undo: the same legs on the other side. */
    public Journal reversed(LocalDate on) {
        var legs = entries.stream()
                .map(entry -> new Entry(entry.account(), entry.side().other(), entry.amount()))
                .toList();
        return new Journal("reversal:" + key, on, "ledger.memo.reversal", legs);
    }

    private static Money total(List<Entry> entries, Side side) {
        return Money.sum(entries.stream().filter(entry -> entry.side() == side).map(Entry::amount));
    }
}
