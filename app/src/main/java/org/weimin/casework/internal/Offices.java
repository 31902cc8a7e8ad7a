package org.weimin.casework.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.casework.Claim;
import org.weimin.casework.FrontDoor;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.DivisionCode;

/** The names of the offices that letters and pages speak of. */
@Component
public class Offices {
    private final Divisions divisions;
    private final Limits limits;
    private final ObjectProvider<FrontDoor> doors;

    Offices(Divisions divisions, Limits limits, ObjectProvider<FrontDoor> doors) {
        this.divisions = divisions;
        this.limits = limits;
        this.doors = doors;
    }

    /** The office that decides: the county's bureau, or the street office where the place's rule says so. */
    public String deciding(Claim claim) {
        return officeOf(
                limits.townDecides(claim) ? claim.area().town() : claim.area().county());
    }

    /** The office that takes the case in and handles it: the street's one window (社会救助法 第六十四条), or the county's. */
    public String handling(Claim claim) {
        return officeOf(handlingAt(claim));
    }

    /** 方松街道办事处，文诚路1号，周一至周五…，电话…: as far as the register of offices knows it, at least by its name. */
    public String whereToGo(Claim claim) {
        DivisionCode place = handlingAt(claim);
        Stream<String> known = doors.stream()
                .flatMap(door -> door.find().at(place).stream())
                .limit(1)
                .flatMap(found -> Stream.of(
                        found.address(), found.hours(), found.phone().isEmpty() ? "" : "电话 " + found.phone()));
        return Stream.concat(Stream.of(officeOf(place)), known)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private DivisionCode handlingAt(Claim claim) {
        DivisionCode town = claim.area().town();
        return limits.isHandledAt(claim, town) ? town : claim.area().county();
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
