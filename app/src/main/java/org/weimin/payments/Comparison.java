package org.weimin.payments;

import java.util.List;
import org.weimin.kernel.Money;

/** 与上月比较: who is new, who is gone, and by how much the others changed. */
public record Comparison(Group appeared, Group changed, Group gone, List<Gone> goneFirst) {
    public Comparison {
        goneFirst = List.copyOf(goneFirst);
    }

    /** So many, and so much altogether; for the changed ones the sum of the differences. */
    public record Group(int count, Money amount) {}

    /** Was owed last month and is not owed this month. */
    public record Gone(String payeeName, Money lastMonth) {}
}
