package org.weimin.casework.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Decision;
import org.weimin.casework.OpenCorrection;
import org.weimin.casework.Standing;
import org.weimin.casework.internal.Chronicle.Lane;
import org.weimin.engine.Determination;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;

/** 更正: a decision somebody disagrees with is asked again of its own day, in a case of its own, by other people. */
@Component
@Transactional
public class Correcting {
    /** 前后对照: what was answered then, and what is answered about the same day by what is known now. */
    public record Compared(CaseFile decided, Determination then, Determination now) {}

    private final CaseFileStore files;
    private final DecisionStore decisions;
    private final Opening opening;
    private final Inquiry inquiry;
    private final Desk desk;

    Correcting(CaseFileStore files, DecisionStore decisions, Opening opening, Inquiry inquiry, Desk desk) {
        this.files = files;
        this.decisions = decisions;
        this.opening = opening;
        this.inquiry = inquiry;
        this.desk = desk;
    }

    public CaseFileId open(OpenCorrection command) {
        CaseFile decided = desk.get(command.decided());
        Decision decision = demandOpenToCorrection(decided);
        if (command.receivedOn().isAfter(desk.today()) || command.receivedOn().isBefore(decision.decidedOn())) {
            throw new Refused("casework.correct.day", command.receivedOn(), decision.decidedOn());
        }
        Standing before = decision.isGrant() ? Standing.receiving(decision.monthly()) : Standing.NOTHING;
        CaseFile opened = opening.again(
                decided.claim(),
                decision.isGrant() ? Pack.Acts.CHANGE : Pack.Acts.GRANT,
                before.correcting(decided.id()));
        desk.note(
                opened,
                Lane.CASE,
                "correction-opened",
                opened.claim().number(),
                decided.claim().number(),
                command.receivedOn(),
                command.text());
        desk.note(
                decided,
                Lane.CASE,
                "disputed",
                command.receivedOn(),
                opened.claim().number());
        return opened.id();
    }

    /** Only the last word on aid can be corrected, and only where it says an amount for each month, or no. */
    private Decision demandOpenToCorrection(CaseFile decided) {
        Decision decision = decided.decision().orElseThrow(() -> new Refused("casework.correct.undecided"));
        if (decision.isGrant() && !decision.monthly().isPositive()) {
            throw new Refused("casework.correct.not-monthly");
        }
        if (isOvertaken(decided)) {
            throw new Refused("casework.correct.overtaken");
        }
        return decision;
    }

    @Transactional(readOnly = true)
    public boolean mayCorrect(CaseFile file) {
        return file.decision()
                        .filter(made -> !made.isGrant() || made.monthly().isPositive())
                        .isPresent()
                && !isOvertaken(file);
    }

    /** Ids rise with time: whether the same aid was decided about, or is being looked at, in a later case. */
    private boolean isOvertaken(CaseFile decided) {
        return files.ofSubject(decided.claim().subject()).stream()
                .filter(other -> other.claim().matter().equals(decided.claim().matter()))
                .filter(other -> other.id().value().compareTo(decided.id().value()) > 0)
                .anyMatch(
                        other -> other.decision().isPresent() || !other.status().isClosed());
    }

    /** The cases in which somebody disagrees with this one, the newest first. */
    @Transactional(readOnly = true)
    public List<CaseFile> correctionsOf(CaseFile decided) {
        return files.correcting(decided.id());
    }

    @Transactional(readOnly = true)
    public Optional<Compared> compare(CaseFile file) {
        return file.standing().corrects().map(files::get).map(decided -> compared(file, decided));
    }

    private Compared compared(CaseFile file, CaseFile decided) {
        Determination then =
                decisions.determination(decided.decision().orElseThrow().determination());
        Determination now = file.assessment()
                .map(made -> decisions.determination(made.determination()))
                .orElseGet(() -> inquiry.preview(file));
        return new Compared(decided, then, now);
    }
}
