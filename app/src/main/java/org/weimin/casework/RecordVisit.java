package org.weimin.casework;

import java.time.LocalDate;
import org.weimin.kernel.Refused;

/** 登记入户调查: at least two officers, a place, what was found, and who signed; not by one person alone. */
public record RecordVisit(
        LocalDate visitedOn,
        String firstOfficer,
        String secondOfficer,
        String place,
        String findings,
        String signedBy,
        Finding finding) {
    /** Whether what was seen bears out what was declared. */
    public enum Finding {
        AGREES,
        DIFFERS
    }

    public RecordVisit {
        firstOfficer = firstOfficer.strip();
        secondOfficer = secondOfficer.strip();
        if (firstOfficer.isEmpty() || secondOfficer.isEmpty() || firstOfficer.equals(secondOfficer)) {
            throw new Refused("casework.visit.two-officers");
        }
        if (findings.isBlank() || place.isBlank() || signedBy.isBlank()) {
            throw new Refused("casework.visit.incomplete");
        }
    }
}
