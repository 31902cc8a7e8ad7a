package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Ids;
import org.weimin.policy.Policy;

/** Starts, pauses, meets and recounts the deadlines of cases by the working calendar. */
@Component
public class Deadlines {
    private final DeadlineStore store;
    private final Policy policy;
    private final BusinessClock clock;

    Deadlines(DeadlineStore store, Policy policy, BusinessClock clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    public List<Deadline> of(CaseFileId caseFile) {
        return store.of(caseFile);
    }

    public Optional<Deadline> findOpen(CaseFileId caseFile, Deadline.Kind kind) {
        return store.findOpen(caseFile, kind);
    }

    Deadline start(CaseFile file, Deadline.Kind kind, LocalDate on, Deadline.Length length) {
        return start(file, on, Map.of(kind, length)).getFirst();
    }

    /** Several that begin on the same day. */
    List<Deadline> start(CaseFile file, LocalDate on, Map<Deadline.Kind, Deadline.Length> lengths) {
        var calendar = policy.calendar();
        List<Deadline> started = lengths.entrySet().stream()
                .map(each -> Deadline.start(Ids.next(), file.id(), each.getKey(), on, each.getValue(), calendar))
                .toList();
        store.insert(file.id(), started, file.claim().area());
        return started;
    }

    void meet(CaseFileId caseFile, Deadline.Kind kind) {
        store.meet(caseFile, kind, clock.today());
    }

    void meetAll(CaseFileId caseFile) {
        store.meetAll(caseFile, clock.today());
    }

    void pause(CaseFileId caseFile, Deadline.Rest why) {
        store.pause(caseFile, why, clock.today());
    }

    /** Counts again what rested for this; it goes on resting where something else is waited for. */
    void resume(CaseFileId caseFile, Deadline.Rest why) {
        if (store.resume(caseFile, why, clock.today()) > 0) {
            store.of(caseFile).stream()
                    .filter(deadline -> deadline.metOn().isEmpty())
                    .map(deadline -> deadline.recount(policy.calendar()))
                    .forEach(store::saveDue);
        }
    }

    /** False where it was prolonged before. */
    boolean extend(Deadline running, Deadline.Length longer) {
        return store.extend(running.extendTo(longer, policy.calendar()), clock.today());
    }

    List<Deadline> listUnwarnedUntil(LocalDate day) {
        return store.listUnwarnedUntil(day);
    }

    int workdaysUntil(Deadline deadline) {
        return policy.calendar().workdaysBetween(clock.today(), deadline.dueOn());
    }

    void warn(Deadline deadline) {
        store.warn(deadline.id(), clock.today());
    }

    List<CaseFileId> listEndedBefore(Deadline.Kind kind, LocalDate day) {
        return store.listEndedBefore(kind, day);
    }

    List<CaseFileId> markOverdue(LocalDate day) {
        return store.markOverdue(day);
    }

    /** Counts every guessed deadline again with the calendar as it is known now; returns those that moved. */
    List<Deadline> recountProvisional() {
        return store.listProvisional().stream()
                .filter(before -> {
                    Deadline after = before.recount(policy.calendar());
                    store.saveDue(after);
                    return !after.dueOn().equals(before.dueOn());
                })
                .toList();
    }
}
