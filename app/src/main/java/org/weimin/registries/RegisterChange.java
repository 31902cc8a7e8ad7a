package org.weimin.registries;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.kernel.StaffId;

/** 登记变更: what one person asks to be corrected or revoked, and what another one said to it. */
public record RegisterChange(
        UUID id,
        RegisterEntryId entry,
        Kind kind,
        String reason,
        Map<String, String> fields,
        Asked asked,
        Status status,
        String decidedBy) {

    /** 更正 or 撤销. */
    public enum Kind {
        AMEND,
        REVOKE
    }

    /** Where it stands. */
    public enum Status {
        OPEN,
        CONFIRMED,
        REJECTED
    }

    /** Who asked, and when. */
    public record Asked(StaffId by, String name, LocalDate on) {}

    public RegisterChange {
        fields = Map.copyOf(fields);
    }
}
