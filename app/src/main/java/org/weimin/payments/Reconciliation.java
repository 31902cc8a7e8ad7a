package org.weimin.payments;

import org.weimin.kernel.Money;

/**
 * 对账: what was released, what the ledger committed, and what became of it.
 *
 * @param suspense rows of returns that still wait for a person
 */
public record Reconciliation(
        Money released, Money committed, Money settled, Money returned, Money waiting, int suspense) {
    public boolean isBalanced() {
        return released.equals(committed)
                && released.equals(settled.plus(returned))
                && waiting.equals(Money.ZERO)
                && suspense == 0;
    }
}
