package org.weimin.linkage.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Entitlement;
import org.weimin.casework.Outcomes;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/**
 * 差额测算: what the rules would have given in the months that have closed since something happened, beside what was given.
 * A proposal: what is too much is recovered, and what is too little is paid, only by the recheck's decision.
 */
@Component
class Differences {
    private final Eligibility eligibility;
    private final Policy policy;
    private final Ledger ledger;
    private final People people;
    private final BusinessClock clock;

    Differences(Eligibility eligibility, Policy policy, Ledger ledger, People people, BusinessClock clock) {
        this.eligibility = eligibility;
        this.policy = policy;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    /** Until events have ended it; nothing where the rules cannot tell of one of the months. */
    Money since(YearMonth from, Entitlement received, Optional<YearMonth> ended) {
        List<Payable> owed = ledger.owedUnder(received.id());
        Money difference = Money.ZERO;
        YearMonth first = from.isBefore(received.from()) ? received.from() : from;
        for (YearMonth month = first; month.isBefore(YearMonth.from(clock.today())); month = month.plusMonths(1)) {
            if (received.covers(month) && ended.map(month::isBefore).orElse(true)) {
                Optional<Money> due = due(received, month);
                if (due.isEmpty()) {
                    return Money.ZERO;
                }
                difference = difference.plus(due.get()).minus(given(owed, month));
            }
        }
        return difference;
    }

    /** Whether the rules give another amount in any month since, or cannot tell. */
    boolean isOther(YearMonth from, Entitlement received) {
        YearMonth first = from.isBefore(received.from()) ? received.from() : from;
        for (YearMonth month = YearMonth.from(clock.today()); !month.isBefore(first); month = month.minusMonths(1)) {
            if (received.covers(month) && !due(received, month).equals(Optional.of(received.monthly()))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Money> due(Entitlement received, YearMonth month) {
        Pack pack = policy.pack(received.matter());
        boolean isDead = received.subject() instanceof Subject.OfPerson(var person)
                && !people.person(person).isAliveOn(month.atDay(1));
        if (isDead || !pack.isInForce(month.atDay(1))) {
            return Optional.empty();
        }
        Outcome outcome = eligibility
                .determine(received.matter(), received.subject(), month.atDay(1))
                .outcome();
        return outcome instanceof Outcome.CannotTell ? Optional.empty() : Optional.of(Outcomes.monthly(outcome));
    }

    private static Money given(List<Payable> owed, YearMonth month) {
        return Money.sum(
                owed.stream().filter(debt -> debt.month().equals(month)).map(Payable::amount));
    }
}
