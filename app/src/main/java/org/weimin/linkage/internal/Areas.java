package org.weimin.linkage.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;
import org.weimin.linkage.About;
import org.weimin.linkage.RegisterEvent;

/** Which division is responsible for an event: that of whom it is about, or the one that was told. */
@Component
public class Areas {
    private final RegisterStore registers;
    private final Divisions divisions;

    Areas(RegisterStore registers, Divisions divisions) {
        this.registers = registers;
        this.divisions = divisions;
    }

    public DivisionCode of(RegisterEvent told) {
        return of(told.about(), told.place());
    }

    /** Whoever is not found here stays with the place; where none was told, with the office of their county. */
    public DivisionCode of(About about, DivisionCode place) {
        return about.subject().flatMap(registers::areaOf).orElseGet(() -> {
            boolean nowhere = about.kind() == About.Kind.UNKNOWN && place.equals(DivisionCode.COUNTRY);
            return nowhere
                    ? office(about.id())
                    : divisions.areaOf(about.kind() == About.Kind.DIVISION ? new DivisionCode(about.id()) : place);
        });
    }

    /** The county that an identity number begins with if its office is here, else the first that is. */
    public DivisionCode office(String identity) {
        List<DivisionCode> counties = divisions.orgUnits(DivisionCode.COUNTRY).stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.BUREAU)
                .map(OrgUnit::area)
                .toList();
        return counties.stream()
                .filter(county -> identity.startsWith(county.value()))
                .findFirst()
                .or(() -> counties.stream().findFirst())
                .orElse(DivisionCode.COUNTRY);
    }
}
