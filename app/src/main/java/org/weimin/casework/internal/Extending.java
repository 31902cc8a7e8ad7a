package org.weimin.casework.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.Deadline.Kind;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** 延期: a leader lets a case take as long as the law allows in special cases: once, with a reason, and in time. */
@Component
@Transactional
public class Extending {
    private final Desk desk;
    private final Deadlines deadlines;
    private final Limits limits;

    Extending(Desk desk, Deadlines deadlines, Limits limits) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.limits = limits;
    }

    public void extend(CaseFileId id, String why) {
        CaseFile file = desk.get(id);
        desk.impartialStaff(file);
        if (why.isBlank()) {
            throw new Refused("casework.extend.no-reason");
        }
        Deadline running = deadlines
                .findOpen(id, Kind.CASE)
                .filter(limit -> !limit.isOverdueOn(desk.today()))
                .orElseThrow(() -> new Refused("casework.extend.too-late"));
        Deadline.Length longer =
                limits.special(file.claim()).orElseThrow(() -> new Refused("casework.extend.not-here"));
        if (!deadlines.extend(running, longer)) {
            throw new Refused("casework.extend.once");
        }
        Deadline prolonged = deadlines.findOpen(id, Kind.CASE).orElseThrow();
        desk.note(file, Lane.CASE, "extended", prolonged.dueOn(), why.strip());
    }

    @Transactional(readOnly = true)
    public boolean mayExtend(CaseFile file) {
        return deadlines
                .findOpen(file.id(), Kind.CASE)
                .filter(running -> !running.isOverdueOn(desk.today()))
                .filter(running -> limits.special(file.claim())
                        .filter(longer -> longer.amount() > running.length().amount())
                        .isPresent())
                .isPresent();
    }
}
