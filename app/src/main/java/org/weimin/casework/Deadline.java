package org.weimin.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.WorkCalendar;

/**
 * 期限: by when something has to be done, counted from the day after it started, without the days it was paused.
 * Provisional while the holiday notice of a year it passes through is not loaded.
 */
public record Deadline(
        UUID id,
        CaseFileId caseFile,
        Kind kind,
        LocalDate startOn,
        Length length,
        List<Pause> pauses,
        LocalDate dueOn,
        boolean provisional,
        Optional<LocalDate> metOn) {
    /** What has to be done. */
    public enum Kind {
        CASE,
        ACCEPTANCE,
        INQUIRY,
        PUBLICITY,
        FIRST_REVIEW,
        WAIT,
        COLLECTION,
        DECISION,
        ISSUE,
        PAPERS,
        NOTICE,
        PUBLICATION;

        /** Some end by themselves, and are never late. */
        public boolean endsByItself() {
            return this == PUBLICITY || this == PUBLICATION || this == WAIT || this == COLLECTION;
        }
    }

    /** 中止计算: what is waited for while limits rest, where the place has it so; each names the limits that rest. */
    public enum Rest {
        CORRECTION,
        MEANS_CHECK_WAIT,
        PUBLICITY,
        APPRAISAL,
        OBJECTION_CHECK,
        NOTICE_60_DAYS,
        TRANSFER;

        public Set<Kind> rested() {
            return switch (this) {
                case CORRECTION -> EnumSet.of(Kind.CASE, Kind.ACCEPTANCE, Kind.INQUIRY);
                case MEANS_CHECK_WAIT -> EnumSet.of(Kind.CASE, Kind.INQUIRY);
                case TRANSFER -> EnumSet.of(Kind.CASE, Kind.ACCEPTANCE, Kind.INQUIRY, Kind.FIRST_REVIEW, Kind.DECISION);
                case PUBLICITY, APPRAISAL, OBJECTION_CHECK, NOTICE_60_DAYS -> EnumSet.of(Kind.CASE);
            };
        }
    }

    /** How long, and in which days. */
    public record Length(int amount, Unit unit) {
        public static Length workdays(int amount) {
            return new Length(amount, Unit.WORKING_DAY);
        }

        public static Length days(int amount) {
            return new Length(amount, Unit.CALENDAR_DAY);
        }

        public static Length months(int amount) {
            return new Length(amount, Unit.MONTH);
        }

        /** 民法典 第二百零二条: months end on the same day of the last month, or on its last day where it has none. */
        private int daysFrom(LocalDate start) {
            return unit == Unit.MONTH ? (int) ChronoUnit.DAYS.between(start, start.plusMonths(amount)) : amount;
        }
    }

    /** Which days count; those of a month are calendar days. */
    public enum Unit {
        WORKING_DAY,
        CALENDAR_DAY,
        MONTH
    }

    /** The days after {@code from} through {@code until} do not count; open while what is waited for has not come. */
    public record Pause(LocalDate from, Optional<LocalDate> until) {
        boolean covers(LocalDate day) {
            return until.isPresent() && day.isAfter(from) && !day.isAfter(until.get());
        }
    }

    public static Deadline start(
            UUID id, CaseFileId caseFile, Kind kind, LocalDate startOn, Length length, WorkCalendar calendar) {
        return new Deadline(id, caseFile, kind, startOn, length, List.of(), startOn, false, Optional.empty())
                .recount(calendar);
    }

    /** Counted again: after a pause, or when a holiday notice was loaded. */
    public Deadline recount(WorkCalendar calendar) {
        LocalDate day = startOn;
        for (int left = length.daysFrom(startOn); left > 0; ) {
            day = day.plusDays(1);
            if (counts(day, calendar)) {
                left--;
            }
        }
        // 民法典 第二百零三条: a period of calendar days or months does not end on a rest day.
        while (length.unit() != Unit.WORKING_DAY && !calendar.isWorkday(day)) {
            day = day.plusDays(1);
        }
        boolean guessed = calendar.firstMissingYear(startOn, day).isPresent();
        return new Deadline(id, caseFile, kind, startOn, length, pauses, day, guessed, metOn);
    }

    /** 延期: as long as the law allows in special cases, counted from the same day. */
    public Deadline extendTo(Length longer, WorkCalendar calendar) {
        return new Deadline(id, caseFile, kind, startOn, longer, pauses, dueOn, provisional, metOn).recount(calendar);
    }

    public boolean isPaused() {
        return pauses.stream().anyMatch(pause -> pause.until().isEmpty());
    }

    public boolean isOverdueOn(LocalDate day) {
        return metOn.isEmpty() && !isPaused() && day.isAfter(dueOn);
    }

    private boolean counts(LocalDate day, WorkCalendar calendar) {
        boolean rightKind = length.unit() != Unit.WORKING_DAY || calendar.isWorkday(day);
        return rightKind && pauses.stream().noneMatch(pause -> pause.covers(day));
    }
}
