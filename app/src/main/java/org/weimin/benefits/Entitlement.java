package org.weimin.benefits;

import java.time.YearMonth;
import java.util.Optional;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** 待遇: what one subject receives each month under one matter, from a month (inclusive) until a month (exclusive). */
public record Entitlement(
        EntitlementId id,
        MatterId matter,
        Subject subject,
        PersonId payee,
        Money monthly,
        YearMonth from,
        Optional<YearMonth> until,
        CaseFileId decidedBy,
        DivisionCode area) {
    public Entitlement {
        if (!monthly.isPositive()) {
            throw new IllegalArgumentException("An entitlement to nothing: " + monthly);
        }
    }

    public boolean covers(YearMonth month) {
        return !month.isBefore(from) && until.map(month::isBefore).orElse(true);
    }
}
