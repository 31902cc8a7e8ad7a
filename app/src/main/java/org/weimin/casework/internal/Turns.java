package org.weimin.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.engine.Pack;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.policy.Counters;
import org.weimin.policy.Policy;

/** 轮到谁办: which cases wait for the signed-in official, by what the post may do and where it stands. */
@Component
public class Turns {
    private static final String LEVEL = "decideLevel";
    private static final int COUNTY_DIGITS = 6;
    private final Policy policy;
    private final BusinessClock clock;

    Turns(Policy policy, BusinessClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** In the words of {@code casework.task.awaits}: whose turn it is, and in which matter. */
    List<String> ofActor() {
        var waiting = new ArrayList<String>();
        if (Acting.current() instanceof Actor.Staff staff) {
            policy.packs().list().forEach(pack -> add(waiting, pack, staff));
        }
        return waiting;
    }

    /** Whether anything can ever be this official's turn. */
    public boolean isTaken(Actor.Staff staff) {
        return staff.may("casework.handle") || staff.may("casework.decide");
    }

    private void add(List<String> waiting, Pack pack, Actor.Staff staff) {
        boolean ownCounter = Counters.isAt(pack, staff.area());
        if (ownCounter && staff.may("casework.handle")) {
            waiting.add("HANDLE." + pack.id());
        }
        if (ownCounter && staff.may("casework.decide")) {
            waiting.add("REVIEW." + pack.id());
        }
        if (staff.may("casework.decide") && isDecidedAt(pack, staff.area())) {
            waiting.add("DECIDE." + pack.id());
        }
    }

    /** A county may decide what it left to its streets, but it is not the county's turn. */
    private boolean isDecidedAt(Pack pack, DivisionCode office) {
        boolean stated = policy.pack(pack.assessedBy()).findParameter(LEVEL).isPresent()
                || pack.findParameter(LEVEL).isPresent();
        if (!stated) {
            return Counters.isAt(pack, office);
        }
        boolean town =
                policy.value(pack.id(), LEVEL, office, clock.today()).value().equals("TOWN");
        return town == (office.value().length() > COUNTY_DIGITS);
    }
}
