package org.weimin.casework;

import java.util.Optional;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Money;

/** 现状: what is received each month when aid is looked at again, and whose decision that corrects. */
public record Standing(Money monthly, Optional<CaseFileId> corrects) {
    /** Nothing is received yet. */
    public static final Standing NOTHING = new Standing(Money.ZERO, Optional.empty());

    public static Standing receiving(Money monthly) {
        return new Standing(monthly, Optional.empty());
    }

    /** The same, in a case that corrects the decision of another one. */
    public Standing correcting(CaseFileId decided) {
        return new Standing(monthly, Optional.of(decided));
    }
}
