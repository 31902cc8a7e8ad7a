package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.casework.Claim;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;

/** The names of the offices that letters and pages speak of. */
@Component
public class Offices {
    private final Divisions divisions;
    private final Limits limits;

    Offices(Divisions divisions, Limits limits) {
        this.divisions = divisions;
        this.limits = limits;
    }

    /** The office that decides: the county's bureau, or the street office where the place's rule says so. */
    public String deciding(Claim claim) {
        return officeOf(
                limits.townDecides(claim) ? claim.area().town() : claim.area().county());
    }

    /** The office that takes the case in and handles it: the street's one window (社会救助法 第六十四条), or the county's. */
    public String handling(Claim claim) {
        DivisionCode town = claim.area().town();
        return officeOf(limits.isHandledAt(claim, town) ? town : claim.area().county());
    }

    private String officeOf(DivisionCode area) {
        return divisions.orgUnits(area).stream()
                .filter(unit -> unit.area().equals(area) && unit.kind() != OrgUnit.Kind.COMMITTEE)
                .map(OrgUnit::name)
                .findFirst()
                .orElseGet(() -> divisions.get(area).name());
    }

    /** 方松街道某某居委会. */
    public String place(DivisionCode area) {
        return divisions.shortName(area);
    }

    /** The government that an administrative review is asked of. */
    public String government(DivisionCode area) {
        return divisions.get(area.county()).name() + "人民政府";
    }
}
