package org.weimin.linkage;

import java.time.LocalDate;
import java.util.Map;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.DivisionCode;

/**
 * 登记事件: something happened, as somebody tells it. Source and number name it: told again it is the same event.
 *
 * @param place the division that is responsible where it is about nobody who is known
 * @param details ids, dates, amounts and codes; never a name or a number of a person
 */
public record RegisterEvent(
        String kind,
        Origin origin,
        About about,
        LocalDate happenedOn,
        LocalDate reportedOn,
        DivisionCode place,
        Map<Detail, String> details) {
    /** 来源: who tells, and under which number. */
    public record Origin(String source, String number) {}

    public RegisterEvent {
        details = Map.copyOf(details);
    }
}
