package org.weimin.casework;

import java.time.LocalDate;
import java.util.UUID;

/** 送达登记: which letter reached the resident, when and how. */
public record ServeLetter(UUID letter, LocalDate servedOn, How how) {
    /** In which way it was served. */
    public enum How {
        IN_PERSON,
        BY_POST,
        LEFT_AT_HOME
    }
}
