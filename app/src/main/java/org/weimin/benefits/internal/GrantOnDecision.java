package org.weimin.benefits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.OneOff;
import org.weimin.benefits.OneOffs;
import org.weimin.casework.Casework;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;

/** In the publisher's transaction: whoever decides sees the aid begin or end, or sees nothing happen. */
@Component
class GrantOnDecision {
    private final Benefits benefits;
    private final OneOffs oneOffs;
    private final Receiving receiving;
    private final Casework casework;
    private final BusinessClock clock;

    GrantOnDecision(Benefits benefits, OneOffs oneOffs, Receiving receiving, Casework casework, BusinessClock clock) {
        this.benefits = benefits;
        this.oneOffs = oneOffs;
        this.receiving = receiving;
        this.casework = casework;
        this.clock = clock;
    }

    @EventListener
    void on(DecisionIssued event) {
        switch (event.decided()) {
            case Outcome.Entitled entitled -> {
                if (event.acts() != Pack.Acts.STOP) {
                    demandHeard(event, entitled);
                    give(event, entitled);
                }
            }
            case Outcome.NotEntitled ignored -> {
                if (event.acts() != Pack.Acts.GRANT) {
                    var lastMonth = YearMonth.from(event.effectiveFrom()).minusMonths(1);
                    benefits.endAfter(event.subject(), event.matter(), lastMonth, event.caseFile());
                }
            }
            case Outcome.CannotTell unsure ->
                throw new IllegalStateException("Decided without facts: " + unsure.missingFacts());
        }
    }

    /** 社会救助法 第四十八条, asked again of what is received on the day: it may have grown since the case began. */
    private void demandHeard(DecisionIssued event, Outcome.Entitled entitled) {
        boolean reduces = event.acts() == Pack.Acts.CHANGE
                && benefits.live(event.subject(), event.matter(), YearMonth.from(event.effectiveFrom()))
                        .filter(received -> received.monthly().compareTo(entitled.monthly()) > 0)
                        .isPresent();
        if (reduces && casework.get(event.caseFile()).hearing().isEmpty()) {
            throw new Refused("benefits.change.not-heard");
        }
    }

    private void give(DecisionIssued event, Outcome.Entitled entitled) {
        if (entitled.monthly().isPositive()) {
            benefits.grant(new Award(granted(event, entitled), Award.covered(entitled.grants())));
        } else {
            recognise(event, entitled);
        }
        if (entitled.oneOff().isPositive() && event.acts() == Pack.Acts.GRANT) {
            oneOffs.grant(once(event, entitled));
        }
    }

    /** 身份认定、服务: nothing is paid, but other matters ask for it as long as it holds. */
    private void recognise(DecisionIssued event, Outcome.Entitled entitled) {
        for (Grant grant : entitled.grants()) {
            switch (grant) {
                case Grant.Identity identity -> recognise(event, identity, identity.validMonths());
                case Grant.Service service -> recognise(event, service, 0);
                case Grant.Monthly ignored -> {}
                case Grant.OneOff ignored -> {}
                case Grant.Document ignored -> {}
            }
        }
    }

    private void recognise(DecisionIssued event, Grant grant, int months) {
        LocalDate from = event.effectiveFrom();
        Optional<LocalDate> until = months == 0 ? Optional.empty() : Optional.of(from.plusMonths(months));
        var covered = Award.covered(List.of(grant));
        receiving.begin(event.subject(), event.matter(), covered, new Period(from, until), event.caseFile());
    }

    private OneOff once(DecisionIssued event, Outcome.Entitled entitled) {
        return new OneOff(
                Ids.next(),
                event.matter(),
                event.subject(),
                event.payee(),
                entitled.oneOff(),
                event.caseFile(),
                clock.today(),
                event.area());
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
