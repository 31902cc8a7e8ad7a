package org.weimin.casework.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.weimin.casework.AskFor;
import org.weimin.casework.Assessment;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Hearing;
import org.weimin.casework.NewFacts;
import org.weimin.casework.Replay;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Text;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;

/** Finds out: asks the rules, asks for what is missing, hears the recipient. */
@Component
public class Inquiry {
    private final Desk desk;
    private final Eligibility eligibility;
    private final CaseChecks checks;
    private final Kept kept;
    private final CaseLetters letters;

    /** Where answers and hearings are kept. */
    @Component
    record Kept(DecisionStore decisions, CaseFileStore files) {}

    Inquiry(Desk desk, Eligibility eligibility, CaseChecks checks, Kept kept, CaseLetters letters) {
        this.desk = desk;
        this.eligibility = eligibility;
        this.checks = checks;
        this.kept = kept;
        this.letters = letters;
    }

    /** What the rules say today; nothing is kept. */
    public Determination preview(CaseFile file) {
        return eligibility.determine(file.claim().matter(), file.claim().subject(), day(file));
    }

    /** A correction asks what was right on the day of then; everything else asks of today. */
    private LocalDate day(CaseFile file) {
        return file.standing()
                .corrects()
                .flatMap(decided -> kept.files().get(decided).assessment())
                .map(made ->
                        kept.decisions().determination(made.determination()).asOf())
                .orElseGet(desk::today);
    }

    public Replay again(CaseFile file) {
        var assessed = file.assessment().orElseThrow(() -> new Refused("casework.replay.none"));
        Determination stored = kept.decisions().determination(assessed.determination());
        return new Replay(stored, eligibility.again(stored));
    }

    /**
     * At the window or afterwards: keeps the rule's answer whole, beside the words of whoever examined it, and goes
     * where the process leads from it.
     */
    public void assess(CaseFileId id, String opinion) {
        CaseFile file = desk.get(id);
        if (file.status() != Status.ACCEPTING) {
            file.demand(Status.ASSESSING);
        }
        var staff = desk.handler(file);
        if (opinion.isBlank()) {
            throw new Refused("casework.assess.no-opinion");
        }
        desk.demandChecksSettled(file);
        Determination answer = preview(file);
        Outcome outcome = answer.outcome();
        if (outcome instanceof Outcome.CannotTell(var missing)) {
            checks.demandNotShared(file, missing);
        }
        var made = new Assessment(new DeterminationId(Ids.next()), outcome, staff.id(), desk.today(), opinion.strip());
        kept.decisions().insert(file, made, answer, staff.name());
        CaseFile assessed = desk.arrive(file, file.assess(made, desk.next(file, file.word(outcome))));
        desk.note(assessed, Lane.ELIGIBILITY, "assessed." + GrantWords.key(outcome), GrantWords.figure(outcome));
        if (assessed.status() == Status.ARCHIVED) {
            desk.note(assessed, Lane.CASE, "confirmed");
        }
        if (assessed.status() == Status.HEARING) {
            letters.writeHearingNotice(assessed, answer);
        }
        if (assessed.status() == Status.SUPPLEMENT) {
            letters.writeSupplement(assessed, answer, CaseLetters.missingText(eligibility, answer));
        }
    }

    /** 一次性告知: papers are missing, and the applicant is told all of them at once. */
    public void askFor(CaseFileId id, AskFor ask) {
        CaseFile file = desk.get(id);
        file.demand(Status.ACCEPTING);
        desk.handler(file);
        Text missing = checks.mayBeAskedFor(file, ask);
        letters.demandToldOnce(file, missing.zh());
        CaseFile waiting = desk.advance(file, "incomplete");
        desk.note(waiting, Lane.CASE, "incomplete", missing.zh());
        letters.writeSupplement(waiting, preview(file), missing);
    }

    /** What was asked for has come: the clock runs again and the case is examined anew. */
    public void supplied(CaseFileId id, String what) {
        CaseFile file = desk.get(id);
        if (file.status() != Status.PAPERS) {
            file.demand(Status.SUPPLEMENT);
        }
        desk.handler(file);
        CaseFile supplied = desk.advance(file, "supplied");
        desk.note(supplied, Lane.CASE, "supplied", what.strip());
    }

    /** 社会救助法 第四十八条: told of what is planned, and heard. */
    public void hear(CaseFileId id, Hearing hearing, NewFacts newFacts) {
        CaseFile file = desk.get(id);
        file.demand(Status.HEARING);
        desk.handler(file);
        if (hearing.heardOn().isAfter(desk.today())) {
            throw new Refused("casework.hear.future", hearing.heardOn());
        }
        letters.demandTold(file, hearing);
        kept.files().insertHearing(file, Ids.next(), hearing);
        String outcome = newFacts == NewFacts.TOLD ? "new-facts" : "heard";
        CaseFile heard = desk.arrive(file, file.hear(hearing, desk.next(file, outcome)));
        desk.note(heard, Lane.CASE, outcome, hearing.heardOn());
    }
}
