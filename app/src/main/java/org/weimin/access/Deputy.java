package org.weimin.access;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.StaffId;

/**
 * 代岗: whoever holds a post lends it to a colleague for some days; both may sit there then, each under the own name.
 *
 */
public record Deputy(UUID id, Post post, StaffId givenBy, StaffId deputy, Term term, String reason) {
    /** 代岗期: first and last day, both included. */
    public record Term(LocalDate first, LocalDate last) {}

    public boolean isGivenBy(StaffId staff) {
        return givenBy.equals(staff);
    }
}
