package org.weimin.payments;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.kernel.StaffId;

/** 发放批次: one payment run. Immutable: every step returns the next state; once released its lines are fixed. */
public record Run(
        RunId id,
        YearMonth month,
        int number,
        Status status,
        DivisionCode area,
        StaffId preparedBy,
        Optional<StaffId> reviewedBy,
        Optional<Release> release,
        Totals totals,
        int version) {
    /** 批次状态: 测算 → 复核 → 审批 → 出盘 → 回盘 → 对账. */
    public enum Status {
        PREPARED,
        REVIEWED,
        RELEASED,
        FILED,
        ANSWERED,
        RECONCILED,
        DISCARDED;

        static final Map<Status, Set<Status>> MAY_BECOME = Map.of(
                PREPARED, Set.of(REVIEWED, DISCARDED),
                REVIEWED, Set.of(RELEASED, DISCARDED),
                RELEASED, Set.of(FILED),
                FILED, Set.of(ANSWERED),
                ANSWERED, Set.of(RECONCILED),
                RECONCILED, Set.of(),
                DISCARDED, Set.of());

        public boolean isDraft() {
            return this == PREPARED || this == REVIEWED;
        }
    }

    /** 审批: who let the money go, and when. */
    public record Release(StaffId by, Instant at) {}

    /** 控制总数: what will be paid, and what is blocked. */
    public record Totals(int count, Money amount, int blockedCount, Money blocked) {}

    public Run review(StaffId by) {
        require(Status.REVIEWED);
        return with(Status.REVIEWED, Optional.of(by), release);
    }

    /** Two people: whoever prepared or reviewed the run does not release it. The count is typed, not clicked. */
    public Run release(StaffId by, Instant at, int typedCount) {
        require(Status.RELEASED);
        if (by.equals(preparedBy) || reviewedBy.filter(by::equals).isPresent()) {
            throw new Refused("payments.release.same-person");
        }
        if (totals.count() == 0) {
            throw new Refused("payments.release.empty");
        }
        if (typedCount != totals.count()) {
            throw new Refused("payments.release.wrong-count", typedCount);
        }
        return with(Status.RELEASED, reviewedBy, Optional.of(new Release(by, at)));
    }

    public Run becomes(Status next) {
        require(next);
        return with(next, reviewedBy, release);
    }

    private void require(Status next) {
        if (!Status.MAY_BECOME.getOrDefault(status, Set.of()).contains(next)) {
            throw new Refused("payments.run.not-now", status.name(), next.name());
        }
    }

    private Run with(Status next, Optional<StaffId> reviewer, Optional<Release> released) {
        return new Run(id, month, number, next, area, preparedBy, reviewer, released, totals, version);
    }
}
