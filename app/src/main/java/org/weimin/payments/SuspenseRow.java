package org.weimin.payments;

import java.util.UUID;
import org.weimin.kernel.Money;

/** 挂账行: a row of a bank return that matches no line, or not as it should; it waits for a person. */
public record SuspenseRow(
        UUID id,
        String fileName,
        int number,
        String endToEndId,
        String outcome,
        String reason,
        Money amount,
        String suspense) {}
