package org.weimin.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weimin.engine.CheckItem;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;

/** 核对请求: one item about one person, asked of one bureau for one case. */
public record CheckRequest(
        UUID id,
        Of of,
        CheckItem item,
        CheckItem.Channel channel,
        Status status,
        String failure,
        Dates dates,
        String reference,
        int tries,
        Optional<UUID> batch) {
    /** For which case, and about whom. */
    public record Of(
            CaseFileId caseFile,
            String caseNumber,
            Optional<HouseholdId> household,
            PersonId person,
            String personName,
            String area) {}

    /** When it was asked, is due, becomes the county's concern, was answered, and until when the answer holds. */
    public record Dates(
            LocalDate askedOn,
            LocalDate dueOn,
            LocalDate escalatesOn,
            Optional<LocalDate> answeredOn,
            Optional<LocalDate> validUntil) {}

    /** 核对状态: a timeout is no answer, so what timed out is unknown until the bureau says otherwise. */
    public enum Status {
        PLANNED,
        ASKED,
        UNKNOWN,
        PARTIAL,
        ANSWERED,
        FAILED,
        CLOSED;

        /** The bureau still owes an answer. */
        public boolean isOpen() {
            return this != ANSWERED && this != CLOSED;
        }
    }

    public boolean isLateOn(LocalDate day) {
        return status.isOpen() && day.isAfter(dates.dueOn());
    }

    /** Nobody may decide on an answer that is too old. */
    public boolean hasExpiredOn(LocalDate day) {
        return status == Status.ANSWERED
                && dates.validUntil().filter(day::isAfter).isPresent();
    }
}
