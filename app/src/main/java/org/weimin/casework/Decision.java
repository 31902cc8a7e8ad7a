package org.weimin.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 决定: the rule's determination and the person's decision side by side. {@code override} says why the person decided
 * otherwise than the rule; {@code reasons} are frozen here as the resident is told them.
 */
public record Decision(
        DeterminationId determination,
        Outcome decided,
        Reasons reasons,
        Optional<String> override,
        StaffId assessedBy,
        StaffId decidedBy,
        LocalDate decidedOn,
        LocalDate effectiveFrom) {

    /** 理由: a standard reason of the matter by its code, and the words that explain it in this case. */
    public record Reasons(String code, String text) {
        public static final Reasons NONE = new Reasons("", "");
    }

    /** The assessor and the decider are two people, whatever posts they hold. */
    public Decision {
        if (assessedBy.equals(decidedBy)) {
            throw new Refused("casework.decide.same-person");
        }
        if (decided instanceof Outcome.CannotTell unsure) {
            throw new Refused("casework.decide.cannot-tell", String.join("、", unsure.missingFacts()));
        }
        if (decided instanceof Outcome.NotEntitled && reasons.text().isBlank()) {
            throw new Refused("casework.decide.no-reasons");
        }
    }

    public boolean isGrant() {
        return decided instanceof Outcome.Entitled;
    }

    /** 认定: it is granted, and nothing is paid. */
    public boolean isRecognition() {
        return isGrant() && !monthly().isPositive() && !Outcomes.once(decided).isPositive();
    }

    public Money monthly() {
        return Outcomes.monthly(decided);
    }
}
