package org.weimin.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
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

    /**
     * 起止: from when it counts, the day itself or the first of a month so many months later; and of a hold the kinds of
     * events with whose month it ends, and those that undo it altogether.
     */
    public record From(OptionalInt months, List<String> until, List<String> undoneBy) {
        private static final String LATER = "month+";

        static From read(Yaml line) {
            return new From(months(line), line.texts("until"), line.texts("undoneBy"));
        }

        private static OptionalInt months(Yaml line) {
            return switch (line.text("from", "day")) {
                case "day" -> OptionalInt.empty();
                case "same-month" -> OptionalInt.of(0);
                case "next-month" -> OptionalInt.of(1);
                case String later
                when later.matches("month\\+[1-9]\\d?") ->
                    OptionalInt.of(Integer.parseInt(later.substring(LATER.length())));
                case String other -> throw Faults.unsupported(line.where() + " from", other);
            };
        }

        public LocalDate on(LocalDate happened) {
            return months.isEmpty() ? happened : happened.withDayOfMonth(1).plusMonths(months.getAsInt());
        }
    }

    public boolean passesHearing() {
        return gate.equals(HEARING);
    }
}
