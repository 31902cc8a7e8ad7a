package org.weimin.engine;

import org.weimin.kernel.MatterId;

/**
 * 联动格: what an event does in a matter, for whom, and why. An adverse effect has its gate: the hearing, or one of the
 * listed exceptions from it.
 *
 * @param event code of the {@link EventKind}
 * @param gate {@link #HEARING}, the code of an exception, or empty where nothing is taken away
 * @param to the bureau it is handed to, as {@code checks.yaml} names it; empty otherwise
 */
public record LinkCell(
        String event,
        MatterId matter,
        Whom whom,
        LinkEffect effect,
        From from,
        String gate,
        String to,
        Text because,
        String article,
        LinkWorth worth) {
    public static final String HEARING = "hearing";

    /** 作用于谁: seen from whom the event is about. */
    public enum Whom {
        /** Who or what the event is about. */
        SUBJECT,
        /** The household of which the subject was the only recipient. */
        ALONE,
        /** The household that the subject belongs to, with others in it. */
        HOUSEHOLD,
        SPOUSE,
        CHILDREN,
        PARENTS,
        /** Everyone of the place. */
        AREA,
        /** Everyone who receives the matter. */
        HOLDERS
    }

    /** 起算: from when it counts. */
    public enum From {
        DAY,
        SAME_MONTH,
        NEXT_MONTH
    }

    public boolean passesHearing() {
        return gate.equals(HEARING);
    }
}
