package org.weimin.linkage.internal;

import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
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

    /** Whoever is not found here stays with the place. */
    public DivisionCode of(About about, DivisionCode place) {
        return about.subject()
                .flatMap(registers::areaOf)
                .orElseGet(() ->
                        divisions.areaOf(about.kind() == About.Kind.DIVISION ? new DivisionCode(about.id()) : place));
    }
}
