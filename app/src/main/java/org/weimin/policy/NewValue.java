package org.weimin.policy;

import java.time.LocalDate;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;

/** 新的取值: one line more of a parameter, with the document that set it. An old line is never changed. */
public record NewValue(
        String parameter, DivisionCode place, LocalDate from, String value, String source, LocalDate announcedOn) {
    private static final int LONGEST = 200;

    public NewValue {
        value = value.strip().replace(",", "");
        source = source.strip();
        if (value.isEmpty()) {
            throw new Refused("policy.value.empty");
        }
        if (source.length() < 4
                || source.length() > LONGEST
                || source.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refused("policy.value.no-source");
        }
    }

    /** One parameter has one value at one place from one day. */
    public boolean isAt(String otherParameter, DivisionCode otherPlace, LocalDate otherFrom) {
        return parameter.equals(otherParameter) && place.equals(otherPlace) && from.equals(otherFrom);
    }
}
