package org.weimin.casework.internal;

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
    private final CaseFileStore files;
    private final Deadlines deadlines;
    private final Boards boards;
    private final Issuing issuing;
    private final Chronicle chronicle;

    WorkDeadlinesOnDayBegan(
            CaseFileStore files, Deadlines deadlines, Boards boards, Issuing issuing, Chronicle chronicle) {
        this.files = files;
        this.deadlines = deadlines;
        this.boards = boards;
        this.issuing = issuing;
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
        recount();
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
