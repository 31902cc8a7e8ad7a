package org.weimin.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Decision;
import org.weimin.casework.DecisionIssued;
import org.weimin.casework.Outcomes;
import org.weimin.casework.Verdict;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.GrantRule;
import org.weimin.engine.Pack;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** The second person decides on the assessment that lies before them, or sends it back. */
@Component
public class Deciding {
    private static final int COUNTY_DIGITS = 6;
    private final Desk desk;
    private final DecisionStore decisions;
    private final Limits limits;
    private final CaseLetters letters;
    private final ApplicationEventPublisher events;

    Deciding(Desk desk, DecisionStore decisions, Limits limits, CaseLetters letters, ApplicationEventPublisher events) {
        this.desk = desk;
        this.decisions = decisions;
        this.limits = limits;
        this.letters = letters;
        this.events = events;
    }

    public void decide(CaseFileId id, Verdict verdict) {
        CaseFile file = desk.get(id);
        file.demand(Status.AWAITING_DECISION);
        decide(file, verdict);
    }

    /** 备案: whoever hands the paper over decides by it, being a second person. */
    CaseFile decideByIssuing(CaseFile file) {
        return decide(file, new Verdict.AsAssessed(""));
    }

    private CaseFile decide(CaseFile file, Verdict verdict) {
        Actor.Staff decider = desk.impartialStaff(file);
        demandLevel(file, decider);
        desk.demandChecksSettled(file);
        Assessment basis = file.assessment().orElseThrow(() -> new Refused("casework.decide.not-assessed"));
        Decision decision = decision(file, basis, verdict, decider);
        boolean issuing = file.status() == Status.ISSUING;
        CaseFile decided = file.decide(decision, issuing ? file.step() : desk.next(file, word(file, decision)));
        decisions.insert(decided, decision, decider.name());
        CaseFile saved = desk.arrive(file, decided);
        letters.writeDecision(saved, decisions.determination(basis.determination()), decider.name());
        desk.note(saved, Lane.ELIGIBILITY, "decided." + key(file, decision), GrantWords.figure(decision.decided()));
        events.publishEvent(new DecisionIssued(
                file.id(),
                file.claim().matter(),
                file.claim().acts(),
                file.claim().subject(),
                file.claim().payee(),
                file.claim().area(),
                decision.effectiveFrom(),
                decision.determination(),
                decision.decided()));
        return saved;
    }

    private static String key(CaseFile file, Decision decision) {
        if (decision.isRecognition()) {
            return "recognised";
        }
        return word(file, decision) + (Outcomes.once(decision.decided()).isPositive() ? ".once" : "");
    }

    /** Back to the assessor, with what is to be looked at again. */
    public void sendBack(CaseFileId id, String why) {
        CaseFile file = desk.get(id);
        file.demand(Status.AWAITING_DECISION);
        Actor.Staff decider = desk.impartialStaff(file);
        demandLevel(file, decider);
        if (why.isBlank()) {
            throw new Refused("casework.return.no-reason");
        }
        CaseFile returned = desk.advance(file, "returned");
        desk.note(returned, Lane.CASE, "returned", why.strip());
    }

    /** Whether this post stands at the level that decides here. */
    public boolean decidesHere(Actor.Staff staff, CaseFile file) {
        return limits.townDecides(file.claim()) || staff.area().value().length() <= COUNTY_DIGITS;
    }

    private void demandLevel(CaseFile file, Actor.Staff decider) {
        if (!decidesHere(decider, file)) {
            throw new Refused("casework.decide.level");
        }
    }

    private Decision decision(CaseFile file, Assessment basis, Verdict verdict, Actor.Staff decider) {
        Outcome decided = switch (verdict) {
            case Verdict.AsAssessed ignored -> basis.outcome();
            case Verdict.GrantInstead(var amount, var ignored) -> granted(file, amount);
            case Verdict.RefuseInstead(var reasons, var ignored) -> new Outcome.NotEntitled(reasons.code());
        };
        Decision.Reasons reasons = switch (verdict) {
            case Verdict.AsAssessed(var text) -> new Decision.Reasons(code(decided), text.strip());
            case Verdict.GrantInstead(var ignored, var why) ->
                file.reduces(decided) ? new Decision.Reasons("", why.strip()) : Decision.Reasons.NONE;
            case Verdict.RefuseInstead(var given, var ignored) -> given;
        };
        Optional<String> override = switch (verdict) {
            case Verdict.AsAssessed ignored -> Optional.empty();
            case Verdict.GrantInstead(var ignored, var why) -> Optional.of(why.strip());
            case Verdict.RefuseInstead(var ignored, var why) -> Optional.of(why.strip());
        };
        return new Decision(
                basis.determination(),
                decided,
                reasons,
                override,
                basis.assessedBy(),
                decider.id(),
                desk.today(),
                effectiveFrom(file, decided));
    }

    /** What takes something away begins with the next month; a correction begins when the corrected decision did. */
    public LocalDate effectiveFrom(CaseFile file, Outcome decided) {
        if (file.reduces(decided)) {
            return limits.nextMonth();
        }
        return file.standing()
                .corrects()
                .flatMap(decisions::find)
                .map(Decision::effectiveFrom)
                .orElseGet(() -> limits.effectiveFrom(file.claim()));
    }

    /** Money as the matter gives it, each month or once; a matter without money gives what it names. */
    private Outcome granted(CaseFile file, Money amount) {
        List<GrantRule> rules = limits.pack(file.claim().matter()).matter().grants();
        boolean monthly = rules.stream().anyMatch(rule -> rule.kind() == GrantRule.Kind.MONTHLY);
        boolean once = rules.stream().anyMatch(rule -> rule.kind() == GrantRule.Kind.ONE_OFF);
        if (!monthly && !once) {
            return new Outcome.Entitled(rules.stream()
                    .<Grant>map(rule -> new Grant.Document(rule.code(), rule.title(), List.of()))
                    .toList());
        }
        if (!amount.isPositive()) {
            throw new Refused("casework.decide.no-amount");
        }
        return new Outcome.Entitled(List.of(
                monthly
                        ? new Grant.Monthly(amount, "decided", List.of())
                        : new Grant.OneOff(amount, "decided", List.of())));
    }

    private static String code(Outcome decided) {
        return decided instanceof Outcome.NotEntitled(var reason) ? reason : "";
    }

    private static String word(CaseFile file, Decision decision) {
        if (decision.isGrant()) {
            return "granted";
        }
        return file.claim().acts() == Pack.Acts.GRANT ? "refused" : "stopped";
    }
}
