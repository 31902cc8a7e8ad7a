package org.weimin.payments.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.weimin.kernel.Money;
import org.weimin.kernel.RunId;

/** 代发批次头: what stands on top of a bank file. All of it is fixed at release, so that the bytes are too. */
public record Batch(RunId run, Instant releasedAt, LocalDate payOn, int count, Money total, Debtor debtor) {
    /** 付款人: whose account the bank draws on. */
    public record Debtor(String name, String account, String bank) {}

    String messageId() {
        return Transfer.compact(run.value());
    }
}
