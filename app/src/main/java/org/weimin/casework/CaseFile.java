package org.weimin.casework;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/**
 * 办件: one subject's claim under one matter, from acceptance to archive. Immutable: every step returns the next state.
 * The process says which step comes next; this record refuses what is illegal whatever a process says.
 */
public record CaseFile(
        CaseFileId id,
        Claim claim,
        String step,
        Status status,
        Optional<Assessment> assessment,
        Optional<Hearing> hearing,
        Optional<Decision> decision,
        int version) {

    /** 办理状态: where a case stands; each one names the steps of a process that it stands for. */
    public enum Status {
        ASSESSING,
        SUPPLEMENT,
        VISITING,
        PUBLICITY,
        HEARING,
        AWAITING_DECISION,
        DECIDED,
        PUBLISHED,
        ARCHIVED,
        WITHDRAWN;

        public static Status at(String step) {
            return switch (step) {
                case "assess" -> ASSESSING;
                case "supplement" -> SUPPLEMENT;
                case "visit" -> VISITING;
                case "publicity" -> PUBLICITY;
                case "hear" -> HEARING;
                case "decide" -> AWAITING_DECISION;
                case "publish", "deliver" -> DECIDED;
                case "archive" -> PUBLISHED;
                case "end" -> ARCHIVED;
                case "withdrawn" -> WITHDRAWN;
                default -> throw new Refused("casework.process.unknown-step", step);
            };
        }

        public boolean isClosed() {
            return mayBecome().isEmpty();
        }

        Set<Status> mayBecome() {
            return MAY_BECOME.getOrDefault(this, Set.of());
        }
    }

    /** The whole state graph. */
    static final Map<Status, Set<Status>> MAY_BECOME = Map.of(
            Status.ASSESSING,
                    Set.of(
                            Status.SUPPLEMENT,
                            Status.VISITING,
                            Status.HEARING,
                            Status.AWAITING_DECISION,
                            Status.ARCHIVED, // a stop that the facts do not bear out is dropped
                            Status.WITHDRAWN),
            Status.SUPPLEMENT, Set.of(Status.ASSESSING, Status.WITHDRAWN),
            Status.VISITING, Set.of(Status.ASSESSING, Status.PUBLICITY, Status.AWAITING_DECISION, Status.WITHDRAWN),
            Status.PUBLICITY, Set.of(Status.ASSESSING, Status.AWAITING_DECISION, Status.WITHDRAWN),
            Status.HEARING, Set.of(Status.ASSESSING, Status.AWAITING_DECISION),
            Status.AWAITING_DECISION, Set.of(Status.ASSESSING, Status.DECIDED, Status.WITHDRAWN),
            Status.DECIDED, Set.of(Status.PUBLISHED, Status.ARCHIVED),
            Status.PUBLISHED, Set.of(Status.ARCHIVED),
            Status.ARCHIVED, Set.of(),
            Status.WITHDRAWN, Set.of());

    public static CaseFile open(CaseFileId id, Claim claim, String firstStep) {
        return new CaseFile(
                id, claim, firstStep, Status.at(firstStep), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The step ended without changing anything but the place in the process. */
    public CaseFile moveTo(String nextStep) {
        Status next = Status.at(nextStep);
        if (next == Status.DECIDED && decision.isEmpty()) {
            throw new Refused("casework.move.undecided");
        }
        if (!status.mayBecome().contains(next)) {
            throw new Refused("casework.move.illegal", status, next);
        }
        return new CaseFile(id, claim, nextStep, next, assessment, hearing, decision, version);
    }

    public CaseFile assess(Assessment made, String nextStep) {
        demand(Status.ASSESSING);
        return new CaseFile(id, claim, step, status, Optional.of(made), hearing, decision, version).moveTo(nextStep);
    }

    public CaseFile hear(Hearing held, String nextStep) {
        demand(Status.HEARING);
        return new CaseFile(id, claim, step, status, assessment, Optional.of(held), decision, version).moveTo(nextStep);
    }

    /** Decided once, by a second person, on the assessment that lies before them; a stop only after a hearing. */
    public CaseFile decide(Decision made, String nextStep) {
        if (decision.isPresent()) {
            throw new Refused("casework.decide.already");
        }
        demand(Status.AWAITING_DECISION);
        Assessment basis = assessment.orElseThrow(() -> new Refused("casework.decide.not-assessed"));
        if (!basis.determination().equals(made.determination())
                || !basis.assessedBy().equals(made.assessedBy())) {
            throw new Refused("casework.decide.other-assessment");
        }
        boolean differs = !Outcomes.word(basis.outcome()).equals(Outcomes.word(made.decided()))
                || !Outcomes.monthly(basis.outcome()).equals(made.monthly());
        if (differs && made.override().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw new Refused("casework.decide.override-without-reason");
        }
        if (claim.acts() == Pack.Acts.STOP && made.decided() instanceof Outcome.Entitled) {
            throw new Refused("casework.decide.stop-cannot-grant");
        }
        if (claim.acts() == Pack.Acts.STOP && hearing.isEmpty()) {
            throw new Refused("casework.decide.not-heard");
        }
        return new CaseFile(id, claim, step, status, assessment, hearing, Optional.of(made), version).moveTo(nextStep);
    }

    /** The applicant takes the application back; what is decided cannot be taken back. */
    public CaseFile withdraw() {
        if (claim.acts() != Pack.Acts.GRANT || decision.isPresent()) {
            throw new Refused("casework.withdraw.too-late");
        }
        return moveTo("withdrawn");
    }

    public void demand(Status expected) {
        if (status != expected) {
            throw new Refused("casework.move.not-now", status, expected);
        }
    }
}
