package org.weimin.offices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;

/** 辖区: which villages and zones an office answers for. */
@Service
public class Territories {
    private final Divisions divisions;
    private final BusinessClock clock;

    Territories(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    /** What was counted by village, summed by town. */
    public Map<DivisionCode, Long> byTown(Map<DivisionCode, Long> counted) {
        var sums = new HashMap<DivisionCode, Long>();
        counted.forEach((village, count) -> sums.merge(village.town(), count, Long::sum));
        return sums;
    }

    /**
     * The villages of an office in the order of their codes, in which neighbours mostly stand together; where zones are
     * attached to a street, the street itself stands for them at the end.
     */
    public List<Division> villages(OrgUnit office) {
        if (office.kind() != OrgUnit.Kind.STREET_OFFICE) {
            return List.of();
        }
        DivisionCode town = office.area();
        Stream<Division> zones = divisions.attachedTo(town).isEmpty() ? Stream.empty() : Stream.of(divisions.get(town));
        return Stream.concat(divisions.children(town, clock.today()).stream(), zones)
                .toList();
    }
}
