package org.weimin.benefits;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;

/** 待复核: something happened to a subject that receives aid, so its amount or its payee has to be looked at again. */
public record Recheck(UUID id, MatterId matter, Subject subject, Reason reason, LocalDate on, String payeeName) {
    /** 复核原因. */
    public enum Reason {
        MEMBER_DIED,
        PAYEE_DIED
    }
}
