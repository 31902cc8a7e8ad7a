package org.weimin.intake;

import org.weimin.kernel.ApplicationId;

/** 受理回执: what the applicant takes home. The code cannot be guessed, and opens the progress of this application. */
public record Receipt(ApplicationId id, String receiptCode) {
    /** In groups of four, as it is printed and read out. */
    public String grouped() {
        return receiptCode.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
