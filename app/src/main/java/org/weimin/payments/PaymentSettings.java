package org.weimin.payments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** 发放设置: the account the bank draws on, and from where on a line is worth a second look. */
@ConfigurationProperties("weimin.payments")
public record PaymentSettings(
        @DefaultValue("") String debtorName,
        @DefaultValue("") String debtorAccount,
        @DefaultValue("") String debtorBank,
        @DefaultValue("20") int changePercent,
        @DefaultValue("3") int sharedAccountPeople,
        @DefaultValue("3") int answerWithinDays) {
    public boolean hasDebtor() {
        return !debtorName.isBlank() && !debtorAccount.isBlank() && !debtorBank.isBlank();
    }
}
