package org.weimin.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;

/** 导入批次: one uploaded roster, checked but not applied until somebody says so. */
public record RosterBatch(
        UUID id,
        DivisionCode area,
        String fileName,
        Policy policy,
        Status status,
        List<String> headings,
        Instant uploadedAt,
        Counts counts) {

    /** 导入方式, chosen before the upload: everything or nothing, or the good households only. */
    public enum Policy {
        ALL,
        GOOD
    }

    /** 状态. */
    public enum Status {
        STAGED,
        CHECKED,
        APPLYING,
        APPLIED,
        UNDONE
    }

    /** 三项计数: rows that can be applied, rows with errors, suspected duplicates; and how many are applied. */
    public record Counts(int good, int wrong, int suspect, int applied) {
        public int all() {
            return good + wrong + suspect;
        }
    }

    public boolean mayBeApplied() {
        boolean clean = counts.wrong() == 0 && counts.suspect() == 0;
        return status == Status.CHECKED && counts.good() > 0 && (policy == Policy.GOOD || clean);
    }
}
