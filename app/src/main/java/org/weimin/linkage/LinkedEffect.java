package org.weimin.linkage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;

/** 联动结果: what one event did in one matter for one subject. */
public record LinkedEffect(
        UUID id,
        EventId event,
        Target target,
        LinkEffect effect,
        Status status,
        Reference reference,
        Period during,
        Money difference,
        Saved saved,
        Optional<LocalDate> doneOn) {
    /** 作用对象: whose aid it is, under which matter, and the entitlement where there is one. */
    public record Target(About about, MatterId matter, LinkCell.Whom whom, Optional<EntitlementId> entitlement) {}

    /** 关联: the draft, recheck, entitlement or case that it led to; empty kind where it led to none. */
    public record Reference(String kind, String id) {
        public static final Reference NONE = new Reference("", "");
    }

    /** 节省: visits, papers and days that nobody had to spend. */
    public record Saved(int visits, int papers, int days) {}

    /** 联动状态. */
    public enum Status {
        /** Waits for somebody who does it. */
        PLANNED,
        DONE,
        FAILED,
        SUPERSEDED,
        /** Nothing is taken away before the recipient was heard. */
        PENDING_HEARING
    }

    /** From when it counts. */
    public LocalDate from() {
        return during.from();
    }

    /** What was to be looked at again was looked at. */
    public boolean isDecided() {
        return status == Status.DONE && reference.kind().equals("recheck");
    }

    public boolean inForce() {
        return status != Status.SUPERSEDED && status != Status.FAILED;
    }
}
