package org.weimin.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Staffing;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.screening.internal.FindingStore;
import org.weimin.screening.internal.TaskStore;
import org.weimin.shell.PageOf;

/** 走访: lists what a sweep found, sends somebody, and keeps what was found there. */
@Service
@Transactional
public class Visits {
    private static final int MOST_AT_ONCE = 2_000;
    private static final int MOST_IN_A_WORKBOOK = 50_000;
    private final FindingStore findings;
    private final TaskStore tasks;
    private final Staffing staffing;
    private final BusinessClock clock;
    private final Audit audit;

    Visits(FindingStore findings, TaskStore tasks, Staffing staffing, BusinessClock clock, Audit audit) {
        this.findings = findings;
        this.tasks = tasks;
        this.staffing = staffing;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public PageOf<Found> list(FindingFilter filter, int page) {
        return findings.list(filter, page);
    }

    /** For a workbook; longer lists are to be narrowed down. */
    @Transactional(readOnly = true)
    public List<Found> all(FindingFilter filter) {
        return findings.all(filter, MOST_IN_A_WORKBOOK);
    }

    /** One finding; that somebody looked at it is on the record. */
    public Found look(SweepId sweep, MatterId matter, UUID subject) {
        Found found = get(sweep, matter, subject);
        audit.looked("screening", found.finding().subject(), matter.value());
        return found;
    }

    /** Everything that the sweep listed of one household. */
    @Transactional(readOnly = true)
    public List<Finding> of(SweepId sweep, HouseholdId household) {
        return findings.of(sweep, household);
    }

    public void assign(SweepId sweep, MatterId matter, UUID subject, StaffId to, LocalDate dueOn) {
        assign(sweep, List.of(get(sweep, matter, subject)), to, dueOn);
    }

    /** Sends somebody to everybody of the list to whom nobody has been sent. Returns how many. */
    public int assignAll(FindingFilter filter, StaffId to, LocalDate dueOn) {
        var list = findings.all(filter.with(FindingFilter.Visit.NOBODY_YET), MOST_AT_ONCE).stream()
                .filter(found -> found.finding().kind().isWorkedThrough())
                .toList();
        assign(filter.sweep(), list, to, dueOn);
        return list.size();
    }

    private void assign(SweepId sweep, List<Found> list, StaffId to, LocalDate dueOn) {
        staffing.get(to);
        if (dueOn.isBefore(clock.today())) {
            throw new Refused("screening.due-in-past", dueOn);
        }
        if (list.stream().anyMatch(found -> !found.finding().kind().isWorkedThrough())) {
            throw new Refused("screening.nothing-to-visit");
        }
        list.forEach(found -> tasks.assign(sweep, found, to, clock.today(), dueOn));
    }

    public void report(SweepId sweep, MatterId matter, UUID subject, Task.Result result, String note) {
        Found found = get(sweep, matter, subject);
        if (!found.finding().kind().isWorkedThrough()) {
            throw new Refused("screening.nothing-to-visit");
        }
        Task task = found.task()
                .filter(open -> open.report().isEmpty())
                .orElseThrow(() -> new Refused("screening.nobody-assigned"));
        var report = new Task.Report(
                result, note.strip(), clock.today(), Acting.current().key());
        if (!tasks.report(task.id(), report)) {
            throw new Refused("screening.reported-already");
        }
        audit.changed(
                "screening.visited",
                found.finding().subject().id(),
                found.finding().area().value(),
                Map.of("matter", matter.value(), "result", result.name()));
    }

    /** How many visits the signed-in official still has to make. */
    @Transactional(readOnly = true)
    public long mine() {
        return tasks.openOf(Acting.staff().id().value());
    }

    private Found get(SweepId sweep, MatterId matter, UUID subject) {
        Optional<Found> found = findings.find(sweep, matter, subject);
        return found.orElseThrow(() -> new NotFound(subject));
    }
}
