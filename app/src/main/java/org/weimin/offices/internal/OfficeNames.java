package org.weimin.offices.internal;

import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** The office that a table means: by its own name, by its town's, or by the code; within the actor's own area. */
@Component
class OfficeNames {
    private final Divisions divisions;

    OfficeNames(Divisions divisions) {
        this.divisions = divisions;
    }

    OrgUnit of(String said) {
        return divisions.orgUnits(new DivisionCode(Acting.current().areaRange().from())).stream()
                .filter(unit -> unit.kind() != OrgUnit.Kind.COMMITTEE)
                .filter(unit -> unit.name().equals(said)
                        || unit.area().value().equals(said)
                        || unit.name().replaceAll("(办事处|人民政府)$", "").equals(said))
                .findFirst()
                .orElseThrow(() -> new Refused("offices.sheet.office", PeopleSheet.OFFICE, said));
    }
}
