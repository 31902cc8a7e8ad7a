package org.weimin.offices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.OrgUnitId;

/**
 * 替岗缺口: what somebody should see to before the day comes.
 *
 * @param absence empty where it is the whole office that nobody is in
 */
public record Gap(Kind kind, OrgUnitId office, LocalDate from, Optional<Absence> absence) {
    /** 缺口类别. */
    public enum Kind {
        NOBODY_THERE,
        NO_COVER,
        COVER_AWAY,
        ONE_PERSON_TWICE,
        POST_NOT_LENT
    }

    public Optional<UUID> member() {
        return absence.map(Absence::member);
    }
}
