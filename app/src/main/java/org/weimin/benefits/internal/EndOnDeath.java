package org.weimin.benefits.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck.Reason;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.people.PersonDied;

/** The death of a sole recipient ends the aid by itself; in a larger household somebody has to look again. */
@Component
class EndOnDeath {
    private final Benefits benefits;
    private final RecheckStore rechecks;
    private final People people;

    EndOnDeath(Benefits benefits, RecheckStore rechecks, People people) {
        this.benefits = benefits;
        this.rechecks = rechecks;
        this.people = people;
    }

    @EventListener
    void on(PersonDied event) {
        var month = YearMonth.from(event.on());
        for (Entitlement each : receivedBy(event)) {
            if (each.until().map(until -> !until.isAfter(month.plusMonths(1))).orElse(false)) {
                continue;
            }
            if (isSole(each, event)) {
                benefits.endAtDeath(each, month);
            } else {
                var reason = each.payee().equals(event.person()) ? Reason.PAYEE_DIED : Reason.MEMBER_DIED;
                rechecks.add(each, reason, event.on());
            }
        }
    }

    private List<Entitlement> receivedBy(PersonDied event) {
        var found = new ArrayList<>(benefits.of(new Subject.OfPerson(event.person())));
        people.householdOf(event.person(), event.on())
                .ifPresent(household -> found.addAll(benefits.of(new Subject.OfHousehold(household))));
        return found;
    }

    private boolean isSole(Entitlement entitlement, PersonDied event) {
        return switch (entitlement.subject()) {
            case Subject.OfPerson ignored -> true;
            case Subject.OfOrganisation ignored -> false;
            case Subject.OfHousehold(var household) ->
                people.household(household, event.on()).members().stream()
                        .noneMatch(member ->
                                member.counted() && member.person().diedOn().isEmpty());
        };
    }
}
