package org.weimin.payments.internal;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.audit.Audit;
import org.weimin.payments.RunReleased;

/** Money does not go without its row in the record: both are in one transaction. */
@Component
class AuditRelease {
    private final RunStore runs;
    private final Audit audit;

    AuditRelease(RunStore runs, Audit audit) {
        this.runs = runs;
        this.audit = audit;
    }

    @EventListener
    void on(RunReleased event) {
        var run = runs.get(event.run());
        audit.changed(
                "payment-run.released",
                event.run().value(),
                run.area().value(),
                Map.of(
                        "count",
                        run.totals().count(),
                        "fen",
                        run.totals().amount().fen()));
    }
}
