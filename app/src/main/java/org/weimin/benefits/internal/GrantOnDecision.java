package org.weimin.benefits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Period;

/** In the publisher's transaction: whoever decides sees the aid begin or end, or sees nothing happen. */
@Component
class GrantOnDecision {
    private final Benefits benefits;

    GrantOnDecision(Benefits benefits) {
        this.benefits = benefits;
    }

    @EventListener
    void on(DecisionIssued event) {
        switch (event.decided()) {
            case Outcome.Entitled entitled -> {
                if (event.acts() == Pack.Acts.GRANT && entitled.monthly().isPositive()) {
                    benefits.grant(granted(event, entitled));
                } else if (event.acts() == Pack.Acts.GRANT) {
                    recognise(event, entitled);
                }
            }
            case Outcome.NotEntitled ignored -> {
                if (event.acts() == Pack.Acts.STOP) {
                    var lastMonth = YearMonth.from(event.effectiveFrom()).minusMonths(1);
                    benefits.endAfter(event.subject(), event.matter(), lastMonth, event.caseFile());
                }
            }
            case Outcome.CannotTell unsure ->
                throw new IllegalStateException("Decided without facts: " + unsure.missingFacts());
        }
    }

    /** 身份认定: nothing is paid, but other matters ask for it as long as it holds. */
    private void recognise(DecisionIssued event, Outcome.Entitled entitled) {
        for (Grant grant : entitled.grants()) {
            if (grant instanceof Grant.Identity(var code, var title, int months, var persons)) {
                LocalDate from = event.effectiveFrom();
                Optional<LocalDate> until = months == 0 ? Optional.empty() : Optional.of(from.plusMonths(months));
                benefits.recognise(event.subject(), event.matter(), new Period(from, until), event.caseFile());
            }
        }
    }

    private static Entitlement granted(DecisionIssued event, Outcome.Entitled entitled) {
        return new Entitlement(
                EntitlementId.next(),
                event.matter(),
                event.subject(),
                event.payee(),
                entitled.monthly(),
                YearMonth.from(event.effectiveFrom()),
                Optional.empty(),
                event.caseFile(),
                event.area());
    }
}
