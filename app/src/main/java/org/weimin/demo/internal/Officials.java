package org.weimin.demo.internal;

import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Counters;
import org.weimin.policy.Policy;

/** 演示中的经办人: as whom the demo acts, for front desks ask for no permission, doors do. */
@Component
class Officials {
    /** Three who check one another: one examines, one looks again and hands over, one decides. */
    record Three(Actor.Staff examiner, Actor.Staff second, Actor.Staff decider) {}

    private final Staffing staffing;
    private final Policy policy;

    Officials(Staffing staffing, Policy policy) {
        this.staffing = staffing;
        this.policy = policy;
    }

    /** The street's people for what the street takes in, the county's for the rest. */
    Three of(MatterId matter, DivisionCode place) {
        DivisionCode county = DemoLoad.SONGJIANG;
        Actor.Staff leader = one(Role.COUNTY_LEADER, county);
        if (Counters.isAt(policy.pack(matter), county)) {
            return new Three(official(Role.COUNTY_OFFICER, county, 1), one(Role.COUNTY_OFFICER, county), leader);
        }
        return new Three(one(Role.STREET_CLERK, place.town()), one(Role.STREET_LEADER, place.town()), leader);
    }

    /** Whether the town has an office of its own: the zones of a street are served by the street. */
    boolean workIn(DivisionCode town) {
        return staffing.seats().stream()
                .anyMatch(seat -> seat.post().role() == Role.STREET_CLERK
                        && seat.post().scope().equals(town));
    }

    Actor.Staff one(Role role, DivisionCode area) {
        return official(role, area, 0);
    }

    /** Of those who hold such a post in the area, by how long it has existed. */
    private Actor.Staff official(Role role, DivisionCode area, int which) {
        return staffing.seats().stream()
                .filter(seat ->
                        seat.post().role() == role && seat.post().scope().equals(area))
                .sorted(Comparator.comparing(seat -> seat.post().id().value()))
                .skip(which)
                .findFirst()
                .map(DemoStaff::actor)
                .orElseThrow();
    }
}
