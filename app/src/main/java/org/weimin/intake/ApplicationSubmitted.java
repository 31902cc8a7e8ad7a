package org.weimin.intake;

import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.ApplicationId;

/** 申请已提交: casework opens one case file per matter and subject in the same transaction. */
public record ApplicationSubmitted(ApplicationId application, List<Ask> asks, LocalDate on) {
    public ApplicationSubmitted {
        asks = List.copyOf(asks);
    }
}
