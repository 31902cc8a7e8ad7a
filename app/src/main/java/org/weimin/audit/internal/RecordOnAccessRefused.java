package org.weimin.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.audit.Audit;
import org.weimin.shell.AccessRefused;

/** Who was turned away at a door is on the record too. */
@Component
class RecordOnAccessRefused {
    private final Audit audit;

    RecordOnAccessRefused(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(AccessRefused refused) {
        audit.refused(refused.permission(), refused.path());
    }
}
