package org.weimin.screening;

import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Subject;

/** 影响: what a scenario would change for one subject under one matter, a month. */
public record Effect(
        MatterId matter,
        Kind kind,
        Subject subject,
        HouseholdId household,
        DivisionCode area,
        boolean receiving,
        int persons,
        Money before,
        Money after) {
    /** 影响类别. */
    public enum Kind {
        /** 金额增加. */
        MORE,
        /** 金额减少. */
        LESS,
        /** 新符合条件. */
        NEWLY,
        /** 不再符合条件. */
        NO_LONGER,
        /** 不变: entitled before and after, to the same amount. */
        SAME,
        /** 无法判断: the rules ask for facts that nobody recorded. */
        UNCLEAR;

        /** Whether every single one is listed; the others are only counted. */
        public boolean isListed() {
            return compareTo(SAME) < 0;
        }
    }

    public Money difference() {
        return after.minus(before);
    }
}
