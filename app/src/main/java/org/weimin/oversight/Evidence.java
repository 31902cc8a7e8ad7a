package org.weimin.oversight;

import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.Subject;

/**
 * 证据: one row that an anomaly rests on, by its id; names are looked up for whoever may read them. What a row of its
 * kind does not have is empty, or zero.
 *
 * @param id of the person, household, official, award, case or payment line
 * @param whose aid it is
 * @param fen how much money is meant
 * @param at a day, a month or a moment, as it is shown
 * @param role which of several parts the row plays, such as whoever decided
 */
public record Evidence(Is is, UUID id, Optional<Subject> whose, String matter, long fen, String at, String role) {
    /** 证据种类. */
    public enum Is {
        PERSON,
        HOUSEHOLD,
        OFFICIAL,
        AWARD,
        APPROVAL,
        PAST_APPROVAL,
        LINE
    }
}
