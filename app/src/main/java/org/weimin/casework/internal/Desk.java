package org.weimin.casework.internal;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.weimin.casework.CaseClosed;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Deadline;
import org.weimin.facts.Checks;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;

/** What every step needs at hand: the case, the impartial official, the next step, the record of what happened. */
@Component
class Desk {
    private final Road road;
    private final Workflow workflow;
    private final Told told;
    private final Recusal recusal;
    private final Checks checks;
    private final BusinessClock clock;

    /** Where it is told what happened: in the case's own history, and to the rooms below. */
    @Component
    record Told(Chronicle chronicle, ApplicationEventPublisher events) {}

    Desk(Road road, Workflow workflow, Told told, Recusal recusal, Checks checks, BusinessClock clock) {
        this.road = road;
        this.workflow = workflow;
        this.told = told;
        this.recusal = recusal;
        this.checks = checks;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.today();
    }

    CaseFile get(CaseFileId id) {
        return road.get(id);
    }

    Actor.Staff impartialStaff(CaseFile file) {
        return recusal.impartialStaff(file);
    }

    /** The impartial official of the office that handles such cases. */
    Actor.Staff handler(CaseFile file) {
        return recusal.handler(file);
    }

    String next(CaseFile file, String outcome) {
        return workflow.next(file, outcome);
    }

    /** Whether the case's process has a step at which a case has that status. */
    boolean leadsTo(CaseFile file, CaseFile.Status status) {
        return workflow.course(file).tasks().stream().anyMatch(task -> CaseFile.Status.at(task.id()) == status);
    }

    void pause(CaseFile file, Deadline.Rest why) {
        road.pause(file, why);
    }

    void resume(CaseFile file, Deadline.Rest why) {
        road.resume(file, why);
    }

    /** The step ended with this outcome, and nothing else changed. */
    CaseFile advance(CaseFile file, String outcome) {
        return arrive(file, file.moveTo(next(file, outcome)));
    }

    CaseFile arrive(CaseFile before, CaseFile after) {
        CaseFile arrived = road.arrive(before, after);
        if (arrived.status().isClosed()) {
            checks.close(arrived.id());
            told.events().publishEvent(CaseClosed.of(arrived));
        }
        return arrived;
    }

    /** What another bureau says differently is settled before anybody judges by it. */
    void demandChecksSettled(CaseFile file) {
        checks.demandSettled(file.id());
    }

    void note(CaseFile file, Chronicle.Lane lane, String what, Object... details) {
        told.chronicle().add(file, lane, what, details);
    }
}
