package org.weimin.casework.internal;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deadline;
import org.weimin.casework.Deadline.Kind;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.home.DayBegan;
import org.weimin.policy.CalendarLoaded;

/** What a new day does to cases: lists that hung long enough come down, what is late is marked, guessed dates move. */
@Component
class WorkDeadlinesOnDayBegan {
    /** No place warns earlier than this before a limit lapses. */
    private static final int WARNED_AT_MOST_DAYS = 30;

    private final CaseFileStore files;
    private final Deadlines deadlines;
    private final Boards boards;
    private final Issuing issuing;
    private final Limits limits;
    private final Chronicle chronicle;

    WorkDeadlinesOnDayBegan(
            CaseFileStore files,
            Deadlines deadlines,
            Boards boards,
            Issuing issuing,
            Limits limits,
            Chronicle chronicle) {
        this.files = files;
        this.deadlines = deadlines;
        this.boards = boards;
        this.issuing = issuing;
        this.limits = limits;
        this.chronicle = chronicle;
    }

    @EventListener
    void on(DayBegan event) {
        deadlines.listEndedBefore(Kind.PUBLICITY, event.day()).forEach(id -> boards.endIfQuiet(files.get(id)));
        deadlines.listEndedBefore(Kind.PUBLICATION, event.day()).forEach(id -> {
            CaseFile file = files.get(id);
            if (file.status() == Status.PUBLISHED) {
                boards.endPublication(file);
            }
        });
        deadlines.listEndedBefore(Kind.WAIT, event.day()).forEach(id -> issuing.endWait(files.get(id)));
        deadlines.listEndedBefore(Kind.COLLECTION, event.day()).forEach(id -> issuing.lapse(files.get(id)));
        deadlines.markOverdue(event.day()).forEach(id -> chronicle.add(files.get(id), Lane.CASE, "overdue"));
        warn(event.day());
        recount();
    }

    /** 督办: what falls due within the days that the place sets is brought before the leader, once. */
    private void warn(LocalDate day) {
        for (Deadline running : deadlines.listUnwarnedUntil(day.plusDays(WARNED_AT_MOST_DAYS))) {
            CaseFile file = files.get(running.caseFile());
            if (deadlines.workdaysUntil(running) <= limits.number(file.claim(), "warnWorkdays")) {
                deadlines.warn(running);
                chronicle.add(file, Lane.CASE, "warned", running.dueOn());
            }
        }
    }

    @EventListener
    void on(CalendarLoaded ignored) {
        recount();
    }

    private void recount() {
        for (Deadline moved : deadlines.recountProvisional()) {
            chronicle.add(files.get(moved.caseFile()), Lane.CASE, "deadline-moved", moved.dueOn());
        }
    }
}
