package org.weimin.benefits;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** 待复核: why aid that is received has to be looked at again, since which day, and the case in which that is done. */
public record Recheck(UUID id, Aid aid, Reason reason, LocalDate on, Optional<CaseFileId> caseFile, String result) {
    /** 复核对象: what is received, by whom, and how often it is looked at. */
    public record Aid(
            EntitlementId entitlement,
            MatterId matter,
            Subject subject,
            PersonId payee,
            String payeeName,
            Money monthly,
            DivisionCode area,
            String reviewClass) {}

    /** 复核原因. */
    public enum Reason {
        MEMBER_DIED,
        PAYEE_DIED,
        EVENT,
        DUE,
        REPORTED,
        DRAWN,
        AUDITED
    }

    /** 复核清单: the questions that are asked of them. */
    public enum Which {
        DUE,
        REPORTED,
        CHANGED,
        DRAWN,
        RUNNING,
        DONE
    }

    public Subject subject() {
        return aid.subject();
    }
}
