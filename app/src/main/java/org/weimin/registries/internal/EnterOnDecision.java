package org.weimin.registries.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.home.DayBegan;

/** In the publisher's transaction: whoever decides has the number at once, or nothing was decided. */
@Component
class EnterOnDecision {
    private final Registrar registrar;
    private final EntryStore entries;

    EnterOnDecision(Registrar registrar, EntryStore entries) {
        this.registrar = registrar;
        this.entries = entries;
    }

    @EventListener
    void on(DecisionIssued event) {
        switch (event.decided()) {
            case Outcome.Entitled ignored when event.acts() == Pack.Acts.GRANT -> registrar.enter(event);
            case Outcome.NotEntitled ignored when event.acts() != Pack.Acts.GRANT -> registrar.end(event);
            default -> {}
        }
    }

    @EventListener
    void on(DayBegan event) {
        entries.expire(event.day());
    }
}
