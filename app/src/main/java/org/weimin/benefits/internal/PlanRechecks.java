package org.weimin.benefits.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.CaseClosed;
import org.weimin.casework.Casework;
import org.weimin.casework.DecisionIssued;
import org.weimin.casework.Outcomes;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.home.DayBegan;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Money;

/** Puts on the list what has to be looked at again, and takes off it what was. */
@Component
class PlanRechecks {
    private final Rechecks planned;
    private final ReviewStore reviews;
    private final RecheckStore rechecks;
    private final Casework casework;
    private final BusinessClock clock;

    PlanRechecks(Rechecks planned, ReviewStore reviews, RecheckStore rechecks, Casework casework, BusinessClock clock) {
        this.planned = planned;
        this.reviews = reviews;
        this.rechecks = rechecks;
        this.casework = casework;
        this.clock = clock;
    }

    @EventListener
    void on(DayBegan event) {
        planned.plan(event.day());
        if (event.day().getDayOfMonth() == 1) {
            planned.draw(event.day());
        }
    }

    /** Whoever decided has looked at it. */
    @EventListener
    void on(DecisionIssued event) {
        if (event.acts() == Pack.Acts.CHANGE) {
            Money before = casework.get(event.caseFile()).standing().monthly();
            rechecks.finish(event.caseFile(), result(before, event.decided()));
        }
        reviews.checked(event.subject(), event.matter(), clock.today());
    }

    /** What goes on as it is was looked at as well. */
    @EventListener
    void on(CaseClosed event) {
        if (event.acts() == Pack.Acts.CHANGE && event.ending() == CaseClosed.Ending.UNDECIDED) {
            rechecks.finish(event.caseFile(), "CONFIRMED");
            reviews.checked(event.subject(), event.matter(), clock.today());
        }
    }

    private static String result(Money before, Outcome decided) {
        if (!(decided instanceof Outcome.Entitled)) {
            return "ENDED";
        }
        int difference = Outcomes.monthly(decided).compareTo(before);
        return difference > 0 ? "RAISED" : difference < 0 ? "REDUCED" : "CONFIRMED";
    }
}
