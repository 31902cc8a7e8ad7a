package org.weimin.screening;

import org.weimin.kernel.Money;

/** 变动幅度: how many would gain or lose between two amounts a month; the last band has no upper end. */
public record Band(Money from, Money until, long gaining, long losing) {
    public boolean isOpen() {
        return until.equals(Money.ZERO);
    }
}
