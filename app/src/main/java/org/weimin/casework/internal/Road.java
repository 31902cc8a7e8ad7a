package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Claim;
import org.weimin.casework.Deadline;
import org.weimin.casework.Deadline.Kind;
import org.weimin.casework.Deadline.Rest;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** Carries a case from one step to the next: saves it, and starts, pauses and meets the deadlines that hang on it. */
@Component
class Road {
    private final CaseFileStore files;
    private final Deadlines deadlines;
    private final Limits limits;
    private final Intake intake;
    private final Access access;
    private final BusinessClock clock;

    Road(CaseFileStore files, Deadlines deadlines, Limits limits, Intake intake, Access access, BusinessClock clock) {
        this.files = files;
        this.deadlines = deadlines;
        this.limits = limits;
        this.intake = intake;
        this.access = access;
        this.clock = clock;
    }

    /** The case, if it lies in the actor's area; otherwise it does not exist for the actor. */
    CaseFile get(CaseFileId id) {
        CaseFile file = files.get(id);
        access.requireArea(file.claim().area());
        return file;
    }

    void opened(CaseFile file) {
        Claim claim = file.claim();
        var limit = new EnumMap<Kind, Deadline.Length>(Kind.class);
        limit.put(Kind.CASE, limits.whole(claim));
        if (claim.application().isPresent()) {
            Kind first = file.status() == Status.ACCEPTING ? Kind.ACCEPTANCE : Kind.INQUIRY;
            limit.put(first, limits.workdays(claim, parameter(first)));
        }
        deadlines.start(file, claim.openedOn(), limit);
    }

    /** Limits rest while the case waits for this, where its place has them rest. */
    void pause(CaseFile file, Rest why) {
        if (limits.rest(file.claim()).contains(why)) {
            deadlines.pause(file.id(), why);
        }
    }

    void resume(CaseFile file, Rest why) {
        deadlines.resume(file.id(), why);
    }

    /** Saves the case where it has arrived; while it lies with another bureau it can only be taken back. */
    CaseFile arrive(CaseFile before, CaseFile after) {
        LocalDate today = clock.today();
        if (after.status() != Status.WITHDRAWN) {
            files.findTransfer(before.id()).ifPresent(out -> {
                throw new Refused("casework.transfer.out", out.bureau());
            });
        }
        files.save(after, today);
        leave(before);
        switch (after.status()) {
            case SUPPLEMENT -> pause(after, Rest.CORRECTION);
            case REVIEWING -> pause(after, Rest.APPRAISAL);
            case ASSESSING -> {
                if (before.status() == Status.ACCEPTING) {
                    start(after, Kind.INQUIRY, today);
                }
            }
            case FIRST_REVIEW -> start(after, Kind.FIRST_REVIEW, today);
            case WAITING -> {
                pause(after, Rest.NOTICE_60_DAYS);
                deadlines.start(after, Kind.WAIT, today, limits.days(after.claim(), "waitDays"));
            }
            case AWAITING_DECISION -> {
                if (before.status() == Status.WAITING
                        && !limits.value(after.claim(), "collectDays").value().equals("0")) {
                    LocalDate waited = today.minusDays(1);
                    deadlines.start(after, Kind.COLLECTION, waited, limits.days(after.claim(), "collectDays"));
                }
                start(after, Kind.DECISION, today);
            }
            case ISSUING -> decided(after, Kind.ISSUE, today);
            case PAPERS -> start(after, Kind.PAPERS, today);
            case DECIDED -> decided(after, Kind.NOTICE, today);
            case ARCHIVED, WITHDRAWN -> close(after);
            case ACCEPTING, VISITING, PUBLICITY, HEARING, PUBLISHED -> {}
        }
        return files.get(after.id());
    }

    private void leave(CaseFile before) {
        switch (before.status()) {
            case ACCEPTING -> deadlines.meet(before.id(), Kind.ACCEPTANCE);
            case SUPPLEMENT -> resume(before, Rest.CORRECTION);
            case REVIEWING -> resume(before, Rest.APPRAISAL);
            case VISITING -> deadlines.meet(before.id(), Kind.INQUIRY);
            case PUBLICITY -> {
                deadlines.meet(before.id(), Kind.PUBLICITY);
                resume(before, Rest.PUBLICITY);
            }
            case FIRST_REVIEW -> deadlines.meet(before.id(), Kind.FIRST_REVIEW);
            case WAITING -> {
                deadlines.meet(before.id(), Kind.WAIT);
                resume(before, Rest.NOTICE_60_DAYS);
            }
            case AWAITING_DECISION -> {
                deadlines.meet(before.id(), Kind.COLLECTION);
                deadlines.meet(before.id(), Kind.DECISION);
            }
            case ISSUING -> deadlines.meet(before.id(), Kind.ISSUE);
            case ASSESSING, HEARING, PAPERS, DECIDED, PUBLISHED, ARCHIVED, WITHDRAWN -> {}
        }
    }

    /** The case has its answer; what is left is to bring it to the resident. */
    private void decided(CaseFile file, Kind left, LocalDate today) {
        if (file.decision().isPresent()) {
            deadlines.meet(file.id(), Kind.INQUIRY);
            deadlines.meet(file.id(), Kind.CASE);
        }
        start(file, left, today);
    }

    /** One limit of a kind runs at a time. */
    private void start(CaseFile file, Kind kind, LocalDate on) {
        if (deadlines.findOpen(file.id(), kind).isEmpty()) {
            deadlines.start(file, kind, on, limits.workdays(file.claim(), parameter(kind)));
        }
    }

    private static String parameter(Kind kind) {
        return switch (kind) {
            case ACCEPTANCE -> "acceptWorkdays";
            case INQUIRY -> "investigateWorkdays";
            case FIRST_REVIEW -> "firstReviewWorkdays";
            case DECISION -> "decideWorkdays";
            case ISSUE -> "issueWorkdays";
            case PAPERS -> "papersWorkdays";
            case NOTICE -> "refusalNoticeWorkdays";
            case CASE, PUBLICITY, WAIT, COLLECTION, PUBLICATION -> throw new IllegalArgumentException(kind.name());
        };
    }

    private void close(CaseFile file) {
        deadlines.meetAll(file.id());
        file.claim()
                .application()
                .ifPresent(application -> intake.close(
                        application, new Ask(file.claim().pack(), file.claim().subject())));
    }
}
