package org.weimin.simulator;

import java.time.LocalDate;
import java.util.Map;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.PersonId;

/** 发生的事: something that a played bureau will tell of somebody under a number of its own. */
public record Happening(
        String bureau, String kind, String number, PersonId person, LocalDate on, Map<Detail, String> details) {
    public Happening {
        details = Map.copyOf(details);
    }
}
