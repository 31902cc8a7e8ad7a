package org.weimin.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MergeId;
import org.weimin.kernel.StaffId;

/** 合并: two records of one resident made one, or about to be; nothing of either is lost. */
public record Merge(
        MergeId id,
        MergePlan plan,
        String reason,
        List<Finding> findings,
        Status status,
        Proposal proposal,
        Optional<String> confirmedBy,
        Optional<Instant> doneAt,
        Optional<Undoing> undoing,
        DivisionCode area) {
    /** Where it stands. A proposal waits for a second person where money hangs on it. */
    public enum Status {
        PROPOSED,
        DONE,
        REJECTED,
        UNDONE
    }

    /** 撤销: why they are two people after all. */
    public record Undoing(LocalDate on, String reason) {}

    /** Who asked for it, and when. */
    public record Proposal(StaffId by, String name, LocalDate on) {}

    /**
     * 发现: something that was noticed on the way and has to be looked at.
     *
     * @param code text key; its arguments follow
     */
    public record Finding(String code, List<String> arguments) {
        public Finding {
            arguments = List.copyOf(arguments);
        }
    }

    public Merge {
        findings = List.copyOf(findings);
    }
}
