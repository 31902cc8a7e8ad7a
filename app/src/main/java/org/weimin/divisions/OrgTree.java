package org.weimin.divisions;

import java.util.ArrayList;
import java.util.List;
import org.weimin.kernel.OrgUnitId;

/** The offices that a county has because of its divisions. */
final class OrgTree {
    private OrgTree() {}

    static List<OrgUnit> of(Division county, List<Division> townsAndCommunities) {
        var units = new ArrayList<OrgUnit>();
        units.add(unit(county.name() + "民政局", OrgUnit.Kind.BUREAU, county));
        for (Division division : townsAndCommunities) {
            units.add(
                    division.level() == Division.Level.TOWN
                            ? unit(officeName(division.name()), OrgUnit.Kind.STREET_OFFICE, division)
                            : unit(division.name(), OrgUnit.Kind.COMMITTEE, division));
        }
        return units;
    }

    private static String officeName(String town) {
        return town + (town.endsWith("街道") ? "办事处" : "人民政府");
    }

    private static OrgUnit unit(String name, OrgUnit.Kind kind, Division division) {
        return new OrgUnit(OrgUnitId.next(), name, kind, division.code());
    }
}
