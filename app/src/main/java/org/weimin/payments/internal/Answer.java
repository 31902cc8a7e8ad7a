package org.weimin.payments.internal;

import java.util.Optional;
import org.weimin.kernel.Money;

/** 回盘明细: what the bank says about one line, as it says it; nothing is matched yet. */
public record Answer(String endToEndId, Outcome outcome, String reason, Optional<Money> amount) {
    /** Anything that is neither paid nor refused is no answer yet. */
    public enum Outcome {
        SETTLED,
        RETURNED,
        PENDING
    }
}
