package org.weimin.casework.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.weimin.access.Access;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.casework.Deadline.Kind;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;

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
        deadlines.start(file, Kind.CASE, file.claim().openedOn(), limits.workdays(file.claim(), "deadlineWorkdays"));
        if (file.claim().application().isPresent()) {
            deadlines.start(
                    file, Kind.INQUIRY, file.claim().openedOn(), limits.workdays(file.claim(), "investigateWorkdays"));
        }
    }

    /** Saves the case where it has arrived. */
    CaseFile arrive(CaseFile before, CaseFile after) {
        LocalDate today = clock.today();
        files.save(after, today);
        leave(before);
        switch (after.status()) {
            case SUPPLEMENT -> {
                deadlines.pause(after.id(), Kind.CASE);
                deadlines.pause(after.id(), Kind.INQUIRY);
            }
            case AWAITING_DECISION -> start(after, Kind.DECISION, today, "decideWorkdays");
            case DECIDED -> {
                deadlines.meet(after.id(), Kind.CASE);
                start(after, Kind.NOTICE, today, "refusalNoticeWorkdays");
            }
            case ARCHIVED, WITHDRAWN -> close(after);
            case ASSESSING, VISITING, PUBLICITY, HEARING, PUBLISHED -> {}
        }
        return files.get(after.id());
    }

    private void leave(CaseFile before) {
        switch (before.status()) {
            case SUPPLEMENT -> {
                deadlines.resume(before.id(), Kind.CASE);
                deadlines.resume(before.id(), Kind.INQUIRY);
            }
            case VISITING -> deadlines.meet(before.id(), Kind.INQUIRY);
            case PUBLICITY -> {
                deadlines.meet(before.id(), Kind.PUBLICITY);
                deadlines.resume(before.id(), Kind.CASE);
            }
            case AWAITING_DECISION -> deadlines.meet(before.id(), Kind.DECISION);
            case ASSESSING, HEARING, DECIDED, PUBLISHED, ARCHIVED, WITHDRAWN -> {}
        }
    }

    private void start(CaseFile file, Kind kind, LocalDate on, String parameter) {
        Deadline.Length length = limits.workdays(file.claim(), parameter);
        deadlines.start(file, kind, on, length);
    }

    private void close(CaseFile file) {
        deadlines.meetAll(file.id());
        file.claim()
                .application()
                .ifPresent(application -> intake.close(
                        application, new Ask(file.claim().matter(), file.claim().subject())));
    }
}
