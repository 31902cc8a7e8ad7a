package org.weimin.offices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.divisions.OrgUnit;

/** 基层民政机构: a bureau, street or town office as it was on a day, with whoever worked there. */
public record Office(OrgUnit unit, LocalDate asOf, Optional<Premises> premises, List<Member> members) {
    public Office {
        members = List.copyOf(members);
    }

    public Figures figures() {
        return Figures.of(List.of(this));
    }
}
