package org.weimin.casework;

import org.weimin.kernel.Money;

/** 决定意见: what the decider makes of an assessment: as the rule says, or otherwise and why. */
public sealed interface Verdict {
    /** As assessed; the reasons are what the resident is told where the answer is no. */
    record AsAssessed(String reasons) implements Verdict {}

    /** Granted although the rule says otherwise, or in another amount. */
    record GrantInstead(Money monthly, String why) implements Verdict {}

    /** Refused although the rule grants. */
    record RefuseInstead(Decision.Reasons reasons, String why) implements Verdict {}
}
