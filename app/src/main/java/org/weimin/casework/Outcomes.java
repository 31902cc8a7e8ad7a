package org.weimin.casework;

import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.Money;

/** 核定结果: reads an outcome the way the process and the lists need it. */
public final class Outcomes {
    private Outcomes() {}

    /** The word on which the gateways of a process turn. */
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Entitled ignored -> "entitled";
            case Outcome.NotEntitled ignored -> "not-entitled";
            case Outcome.CannotTell ignored -> "cannot-tell";
        };
    }

    /** What is paid once. */
    public static Money once(Outcome outcome) {
        return outcome instanceof Outcome.Entitled entitled ? entitled.oneOff() : Money.ZERO;
    }

    /** What is given each month; nothing where nothing is granted. */
    public static Money monthly(Outcome outcome) {
        return outcome instanceof Outcome.Entitled entitled ? entitled.monthly() : Money.ZERO;
    }
}
