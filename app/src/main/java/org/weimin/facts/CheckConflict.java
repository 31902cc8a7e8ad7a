package org.weimin.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Subject;

/** 核对差异: what a bureau found is not what was declared, and the assessor has to settle it. */
public record CheckConflict(
        UUID id,
        CaseFileId caseFile,
        CheckRequest request,
        UUID answer,
        Subject subject,
        String name,
        Said declared,
        Said found,
        Status status,
        Settlement settlement) {
    /** One of the two sides: the value, and who says so. */
    public record Said(String value, String source, LocalDate on) {}

    public record Settlement(String reason, String by) {}

    /** 处理结果: settled are the last three. */
    public enum Status {
        OPEN,
        ASKED,
        TAKEN,
        KEPT,
        /** The bureau corrected itself, or the request is no longer needed. */
        MOOT;

        public boolean isSettled() {
            return this != OPEN && this != ASKED;
        }
    }
}
