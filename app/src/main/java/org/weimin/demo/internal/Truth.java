package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.people.Family;

/**
 * 已知真相: one thing that is planted in the county and that a good platform must find, or must not mistake; about one
 * person where a welfare line judges persons.
 */
record Truth(
        Kind kind, Family family, String name, LocalDate on, String note, MatterId matter, Optional<PersonId> person) {
    Truth(Kind kind, Family family, String name, LocalDate on, String note) {
        this(kind, family, name, on, note, DemoHistory.DIBAO, Optional.empty());
    }

    /** What is planted. */
    enum Kind {
        RECEIVING_RIGHTLY,
        ENTITLED_NOT_RECEIVING,
        RECEIVING_AFTER_DEATH,
        RECEIVING_DESPITE_INCOME,
        RECEIVING_DESPITE_PROPERTY,
        DUPLICATE_PERSON,
        SHARED_CARD,
        HOUSEHOLD_SPLIT,
        HOUSEHOLD_MERGED,
        RARE_NAME,
        HOMONYM,
        ODD,
        MAIN_JOURNEY,
        PERSON_ENTITLED_NOT_RECEIVING,
        PERSON_RECEIVING_NOT_ENTITLED,
        PERSON_PAID_AN_OLD_RATE
    }

    boolean receives() {
        return switch (kind) {
            case RECEIVING_RIGHTLY, RECEIVING_AFTER_DEATH, RECEIVING_DESPITE_INCOME, RECEIVING_DESPITE_PROPERTY, ODD ->
                true;
            default -> false;
        };
    }
}
