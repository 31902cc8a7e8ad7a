package org.weimin.casework;

import java.util.Map;
import java.util.UUID;
import org.weimin.kernel.StaffId;

/**
 * 入户调查表: what one officer wrote down at the door. It becomes a visit when the other one confirms it on the own
 * sign-in.
 *
 * @param answers by the question's id
 * @param whyReturned empty unless one of the two gave it back
 */
public record Survey(
        UUID id,
        RecordVisit visit,
        StaffId first,
        StaffId second,
        Map<String, String> answers,
        Status status,
        String whyReturned) {
    /** Whether the second officer has looked at it. */
    public enum Status {
        FILED,
        CONFIRMED,
        RETURNED
    }
}
