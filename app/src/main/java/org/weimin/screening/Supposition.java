package org.weimin.screening;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;

/**
 * 假设: how a matter's law might be from a day on: other values at a place and below it, a draft of the law, towns that
 * are one.
 */
public record Supposition(
        MatterId matter,
        LocalDate from,
        DivisionCode at,
        Map<String, String> values,
        Optional<DraftId> draft,
        Map<DivisionCode, DivisionCode> merged) {
    /** The months over which income counts: incomes are read once for both laws, so nobody can suppose others. */
    public static final String READ_ONCE = "incomeWindowMonths";

    /** What the name of a value for the countryside ends with in every pack. */
    public static final String RURAL = "Rural";

    public Supposition {
        values = Map.copyOf(values);
        merged = Map.copyOf(merged);
    }

    /** The value of town and country beside that of the countryside. */
    public static String common(String rural) {
        return rural.substring(0, rural.length() - RURAL.length());
    }

    public boolean changesNothing() {
        return values.isEmpty() && draft.isEmpty() && merged.isEmpty();
    }

    /** The town that a community counts to. */
    public DivisionCode townOf(DivisionCode area) {
        return merged.getOrDefault(area.town(), area.town());
    }

    /** The place whose standards hold in an area. */
    public DivisionCode standardsOf(DivisionCode area) {
        return merged.getOrDefault(area.town(), area);
    }
}
