package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.kernel.Refused;

/** 发放登记: what was granted went into somebody's hands; {@code receivedBy} signed for it. */
public record HandOver(LocalDate handedOn, String receivedBy) {
    public HandOver {
        receivedBy = receivedBy.strip();
        if (receivedBy.isEmpty()) {
            throw new Refused("casework.issue.no-signature");
        }
    }
}
