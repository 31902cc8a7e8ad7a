package org.weimin.ledger;

import java.util.Map;
import org.weimin.kernel.Money;
import org.weimin.ledger.Account.Kind;

/** 资金状况: the balances of one fund, the levels' votes added up. */
public record FundStand(Fund fund, Map<Kind, Money> balances) {
    public FundStand {
        balances = Map.copyOf(balances);
    }

    public Money of(Kind kind) {
        return balances.getOrDefault(kind, Money.ZERO);
    }
}
