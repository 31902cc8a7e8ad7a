package org.weimin.access;

import java.util.Optional;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.StaffId;

/** 工作人员: one human being who works here. The own entry in the residents' register, if known, serves recusal. */
public record StaffMember(StaffId id, String name, Optional<PersonId> person, Status status) {
    /** A disabled official is signed out within seconds and cannot sign in. */
    public enum Status {
        ACTIVE,
        DISABLED
    }
}
