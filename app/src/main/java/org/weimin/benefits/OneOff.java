package org.weimin.benefits;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** 一次性待遇: what one decision gives once; it owes one payable and nothing by the month. */
public record OneOff(
        UUID id,
        MatterId matter,
        Subject subject,
        PersonId payee,
        Money amount,
        CaseFileId decidedBy,
        LocalDate grantedOn,
        DivisionCode area) {
    public OneOff {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing is given: " + amount);
        }
    }
}
