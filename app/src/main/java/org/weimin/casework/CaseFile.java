package org.weimin.casework;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 办件: one subject's claim under one matter, from acceptance to archive. Immutable: every step returns the next state.
 * The process says which step comes next; this record refuses what is illegal whatever a process says.
 */
public record CaseFile(
        CaseFileId id,
        Claim claim,
        Standing standing,
        String step,
        Status status,
        Optional<Assessment> assessment,
        Optional<Hearing> hearing,
        Optional<Decision> decision,
        Hands hands,
        int version) {

    /** 办理状态: where a case stands; each one names the steps of a process that it stands for. */
    public enum Status {
        ACCEPTING,
        ASSESSING,
        SUPPLEMENT,
        VISITING,
        REVIEWING,
        PUBLICITY,
        HEARING,
        FIRST_REVIEW,
        WAITING,
        AWAITING_DECISION,
        ISSUING,
        PAPERS,
        DECIDED,
        PUBLISHED,
        ARCHIVED,
        WITHDRAWN;

        public static Status at(String step) {
            return switch (step) {
                case "accept" -> ACCEPTING;
                case "assess" -> ASSESSING;
                case "supplement" -> SUPPLEMENT;
                case "visit" -> VISITING;
                case "review" -> REVIEWING;
                case "publicity" -> PUBLICITY;
                case "hear" -> HEARING;
                case "first-review" -> FIRST_REVIEW;
                case "wait" -> WAITING;
                case "decide" -> AWAITING_DECISION;
                case "issue" -> ISSUING;
                case "papers" -> PAPERS;
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

    /** What may follow an examination that has come to an end. */
    private static final Set<Status> AFTER_EXAMINATION = EnumSet.of(
            Status.ASSESSING,
            Status.VISITING,
            Status.REVIEWING,
            Status.PUBLICITY,
            Status.FIRST_REVIEW,
            Status.WAITING,
            Status.AWAITING_DECISION,
            Status.WITHDRAWN);

    private static final Set<Status> AFTER_DECISION =
            EnumSet.of(Status.ISSUING, Status.PAPERS, Status.DECIDED, Status.PUBLISHED, Status.ARCHIVED);

    private static Set<Status> examinedOr(Status... also) {
        var all = EnumSet.copyOf(AFTER_EXAMINATION);
        all.addAll(List.of(also));
        return Collections.unmodifiableSet(all);
    }

    private static Set<Status> none() {
        return Collections.unmodifiableSet(EnumSet.noneOf(Status.class));
    }

    /** The whole state graph. */
    static final Map<Status, Set<Status>> MAY_BECOME = Map.ofEntries(
            entry(Status.ACCEPTING, examinedOr(Status.SUPPLEMENT, Status.ISSUING)),
            // A stop that the facts do not bear out is dropped.
            entry(Status.ASSESSING, examinedOr(Status.SUPPLEMENT, Status.HEARING, Status.ARCHIVED)),
            entry(Status.SUPPLEMENT, Set.of(Status.ACCEPTING, Status.ASSESSING, Status.WITHDRAWN)),
            entry(Status.VISITING, examinedOr(Status.ACCEPTING)),
            entry(Status.REVIEWING, examinedOr()),
            entry(Status.PUBLICITY, examinedOr()),
            entry(Status.HEARING, Set.of(Status.ASSESSING, Status.PUBLICITY, Status.AWAITING_DECISION)),
            entry(Status.FIRST_REVIEW, examinedOr(Status.ACCEPTING)),
            entry(Status.WAITING, examinedOr()),
            entry(
                    Status.AWAITING_DECISION,
                    Set.of(Status.ACCEPTING, Status.ASSESSING, Status.DECIDED, Status.ISSUING, Status.WITHDRAWN)),
            entry(Status.ISSUING, Set.of(Status.PAPERS, Status.DECIDED, Status.ARCHIVED)),
            entry(Status.PAPERS, Set.of(Status.ARCHIVED)),
            entry(Status.DECIDED, Set.of(Status.PUBLISHED, Status.ISSUING, Status.ARCHIVED)),
            entry(Status.PUBLISHED, Set.of(Status.ISSUING, Status.ARCHIVED)),
            entry(Status.ARCHIVED, none()),
            entry(Status.WITHDRAWN, none()));

    public static CaseFile open(CaseFileId id, Claim claim, String firstStep) {
        return open(id, claim, Standing.NOTHING, firstStep);
    }

    public static CaseFile open(CaseFileId id, Claim claim, Standing standing, String firstStep) {
        return new CaseFile(
                id,
                claim,
                standing,
                firstStep,
                Status.at(firstStep),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Hands.NONE,
                0);
    }

    /** The step ended without changing anything but the place in the process. */
    public CaseFile moveTo(String nextStep) {
        Status next = Status.at(nextStep);
        if (!status.mayBecome().contains(next)) {
            throw new Refused("casework.move.illegal", status, next);
        }
        if (decision.isEmpty() ? needsDecision(next) : !AFTER_DECISION.contains(next)) {
            throw new Refused(decision.isEmpty() ? "casework.move.undecided" : "casework.move.decided");
        }
        return new CaseFile(id, claim, standing, nextStep, next, assessment, hearing, decision, hands, version);
    }

    /** The rules' answer with the words of whoever examined the case, at the window or afterwards. */
    public CaseFile assess(Assessment made, String nextStep) {
        if (status != Status.ACCEPTING) {
            demand(Status.ASSESSING);
        }
        return with(Optional.of(made), hearing, decision, hands.examining(made.assessedBy()))
                .moveTo(nextStep);
    }

    public CaseFile visit(Set<StaffId> officers, String nextStep) {
        demand(Status.VISITING);
        Hands taken = hands;
        for (StaffId officer : officers) {
            taken = taken.examining(officer);
        }
        return with(assessment, hearing, decision, taken).moveTo(nextStep);
    }

    /** 民主评议: whoever records what the panel found has examined the case. */
    public CaseFile deliberate(StaffId recordedBy, String nextStep) {
        demand(Status.REVIEWING);
        return with(assessment, hearing, decision, hands.examining(recordedBy)).moveTo(nextStep);
    }

    public CaseFile hear(Hearing held, String nextStep) {
        demand(Status.HEARING);
        return with(assessment, Optional.of(held), decision, hands.examining(held.heardBy()))
                .moveTo(nextStep);
    }

    /** The first of two levels has its say; who examined the case does not, nor whoever will decide. */
    public CaseFile review(StaffId reviewedBy, String nextStep) {
        demand(Status.FIRST_REVIEW);
        return with(assessment, hearing, decision, hands.reviewing(reviewedBy)).moveTo(nextStep);
    }

    /** What was granted is in somebody's hands. */
    public CaseFile issue(String nextStep) {
        demand(Status.ISSUING);
        if (decision.filter(Decision::isGrant).isEmpty()) {
            throw new Refused("casework.issue.nothing-granted");
        }
        return moveTo(nextStep);
    }

    /** Decided once, by a second person, on the assessment that lies before them; a stop only after a hearing. */
    public CaseFile decide(Decision made, String nextStep) {
        if (decision.isPresent()) {
            throw new Refused("casework.decide.already");
        }
        if (status != Status.ISSUING) {
            demand(Status.AWAITING_DECISION);
        }
        hands.demandMayDecide(made.decidedBy());
        Assessment basis = assessment.orElseThrow(() -> new Refused("casework.decide.not-assessed"));
        if (!basis.determination().equals(made.determination())
                || !basis.assessedBy().equals(made.assessedBy())) {
            throw new Refused("casework.decide.other-assessment");
        }
        boolean differs = !Outcomes.word(basis.outcome()).equals(Outcomes.word(made.decided()))
                || !Outcomes.monthly(basis.outcome()).equals(made.monthly())
                || !Outcomes.once(basis.outcome()).equals(Outcomes.once(made.decided()));
        if (differs && made.override().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw new Refused("casework.decide.override-without-reason");
        }
        if (claim.acts() == Pack.Acts.STOP && made.decided() instanceof Outcome.Entitled) {
            throw new Refused("casework.decide.stop-cannot-grant");
        }
        if (reduces(made.decided()) && hearing.isEmpty()) {
            throw new Refused("casework.decide.not-heard");
        }
        if (reduces(made.decided()) && made.reasons().text().isBlank()) {
            throw new Refused("casework.decide.no-reasons");
        }
        if (!made.isGrant() && Status.at(nextStep) == Status.ISSUING) {
            throw new Refused("casework.issue.nothing-granted");
        }
        CaseFile decided = with(assessment, hearing, Optional.of(made), hands);
        return nextStep.equals(step) ? decided : decided.moveTo(nextStep);
    }

    /** The applicant takes the application back; what is decided cannot be taken back. */
    public CaseFile withdraw() {
        if (claim.acts() != Pack.Acts.GRANT || decision.isPresent()) {
            throw new Refused("casework.withdraw.too-late");
        }
        return moveTo("withdrawn");
    }

    /** 社会救助法 第四十八条: whether this would take something away from somebody who receives it, who is heard first. */
    public boolean reduces(Outcome outcome) {
        return switch (claim.acts()) {
            case GRANT -> false;
            case STOP -> !(outcome instanceof Outcome.Entitled);
            case CHANGE ->
                !(outcome instanceof Outcome.Entitled)
                        || Outcomes.monthly(outcome).compareTo(standing.monthly()) < 0;
        };
    }

    /** The word on which the process turns when the rules have answered: what it means for what is received now. */
    public String word(Outcome outcome) {
        boolean again = claim.acts() == Pack.Acts.CHANGE || standing.corrects().isPresent();
        if (!again || outcome instanceof Outcome.CannotTell) {
            return Outcomes.word(outcome);
        }
        if (reduces(outcome)) {
            return "less";
        }
        boolean same = outcome instanceof Outcome.NotEntitled || isUnchanged(outcome);
        return !same ? "more" : standing.corrects().isPresent() ? "upheld" : "same";
    }

    private boolean isUnchanged(Outcome outcome) {
        return claim.acts() == Pack.Acts.CHANGE
                && outcome instanceof Outcome.Entitled
                && Outcomes.monthly(outcome).equals(standing.monthly());
    }

    /** Aid that was looked at again and goes on as it is; whoever disagreed with it is owed a decision. */
    private boolean isConfirmed() {
        return standing.corrects().isEmpty()
                && assessment.filter(made -> isUnchanged(made.outcome())).isPresent();
    }

    /** All is decided first but a filing, whose decider hands it over, a stop that is dropped, and aid confirmed. */
    private boolean needsDecision(Status next) {
        boolean filing = status == Status.ACCEPTING && next == Status.ISSUING;
        boolean dropped = claim.acts() == Pack.Acts.STOP || isConfirmed();
        return AFTER_DECISION.contains(next) && !filing && !(dropped && next == Status.ARCHIVED);
    }

    private CaseFile with(
            Optional<Assessment> assessed, Optional<Hearing> heard, Optional<Decision> decided, Hands taken) {
        return new CaseFile(id, claim, standing, step, status, assessed, heard, decided, taken, version);
    }

    public void demand(Status expected) {
        if (status != expected) {
            throw new Refused("casework.move.not-now", status, expected);
        }
    }
}
