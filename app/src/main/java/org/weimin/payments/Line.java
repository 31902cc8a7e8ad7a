package org.weimin.payments;

import java.time.YearMonth;
import java.util.Set;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.RunId;

/**
 * 发放明细: one line of a run, as it was frozen when the run was prepared.
 *
 * @param lastMonth what the same allowance paid in the month before; zero when it paid nothing
 */
public record Line(
        LineId id,
        RunId run,
        int number,
        PersonId payee,
        String payeeName,
        YearMonth month,
        Money amount,
        Money lastMonth,
        Standing standing,
        String bank) {
    /** Where a line stands and why. */
    public record Standing(LineStatus status, Set<Caution> cautions, String answer, boolean askedAgain) {
        public Standing {
            cautions = Set.copyOf(cautions);
        }

        public boolean mayBeCleared() {
            return status == LineStatus.BLOCKED
                    && cautions.stream().noneMatch(caution -> caution.weight() == Caution.Weight.FINAL);
        }

        public boolean mayBeReissued() {
            return status == LineStatus.RETURNED && !askedAgain;
        }
    }
}
