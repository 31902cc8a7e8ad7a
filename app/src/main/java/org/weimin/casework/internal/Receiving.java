package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.weimin.facts.Facts;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;

/** Whether a household receives a matter today: a dated fact that the benefits room writes. */
@Component
public class Receiving {
    private static final String FACT = "receivesMatter";
    private final Facts facts;
    private final BusinessClock clock;

    Receiving(Facts facts, BusinessClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    public boolean receives(HouseholdId household, MatterId matter) {
        return facts.of(new Subject.OfHousehold(household), clock.today()).stream()
                .anyMatch(fact -> fact.name().equals(FACT) && fact.value().equals(matter.value()));
    }
}
