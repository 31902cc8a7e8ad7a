package org.weimin.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.Refused;

/** 转办: a case lies with another bureau for what is its business: why, against which receipt, and what came back. */
public record Transfer(
        String bureau, String reason, String receipt, LocalDate sentOn, Optional<LocalDate> backOn, String answer) {
    public Transfer {
        bureau = bureau.strip();
        reason = reason.strip();
        receipt = receipt.strip();
        if (bureau.isEmpty() || reason.isEmpty()) {
            throw new Refused("casework.transfer.incomplete");
        }
    }

    public static Transfer to(String bureau, String reason, String receipt, LocalDate on) {
        return new Transfer(bureau, reason, receipt, on, Optional.empty(), "");
    }
}
