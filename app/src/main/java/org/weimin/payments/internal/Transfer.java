package org.weimin.payments.internal;

import java.time.YearMonth;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Money;

/** 代发明细: one payment as the bank is told it. */
record Transfer(LineId line, String payee, String bank, BankCard card, Money amount, YearMonth month) {
    /** 35 characters at most in ISO 20022: a line's id without its dashes. */
    String endToEndId() {
        return compact(line.value());
    }

    static String compact(java.util.UUID id) {
        return id.toString().replace("-", "");
    }
}
