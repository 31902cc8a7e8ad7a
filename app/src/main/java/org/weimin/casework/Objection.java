package org.weimin.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;

/** 异议: what somebody wrote against a public list. Who it was is sealed and is no part of this record. */
public record Objection(UUID id, CaseFileId caseFile, LocalDate receivedOn, String text, Status status, String answer) {
    /** OPEN until somebody looked into it; REFERRED where a panel of neighbours shall say. */
    public enum Status {
        OPEN,
        UPHELD,
        DISMISSED,
        REFERRED
    }
}
