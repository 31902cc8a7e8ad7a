package org.weimin.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;

/** 变化报告: what a resident tells of the household, because aid depends on it (社会救助法 第四十六条). */
public record ChangeReport(
        UUID id,
        Subject party,
        PersonId reportedBy,
        Kind kind,
        LocalDate since,
        String words,
        LocalDate reportedOn,
        String answer,
        DivisionCode area) {
    /** What has changed. */
    public enum Kind {
        MOVED,
        JOB,
        INCOME,
        FAMILY,
        HEALTH,
        PROPERTY,
        OTHER
    }

    public boolean isDone() {
        return !answer.isEmpty();
    }
}
