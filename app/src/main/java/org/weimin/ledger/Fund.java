package org.weimin.ledger;

import org.weimin.kernel.MatterId;

/** 资金: the money voted for one matter in one budget year. */
public record Fund(MatterId matter, int year) {
    public Account account(Account.Kind kind) {
        return new Account(this, kind, Level.POOLED);
    }

    @Override
    public String toString() {
        return matter + "/" + year;
    }
}
