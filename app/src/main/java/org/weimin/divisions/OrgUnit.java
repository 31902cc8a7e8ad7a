package org.weimin.divisions;

import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;

/** 机构: an office of the civil-affairs tree and the area that it serves. */
public record OrgUnit(OrgUnitId id, String name, Kind kind, DivisionCode area) {
    /** 机构类别: the county's bureau, a street or town office, a residents' or villagers' committee. */
    public enum Kind {
        BUREAU,
        STREET_OFFICE,
        COMMITTEE
    }
}
