package org.weimin.linkage;

import java.util.Map;
import org.weimin.engine.EventKind.Detail;

/** 来文: one event in the words of its source; whatever was not written is empty. */
public record EventLine(String kind, String number, String subject, String happenedOn, Map<Detail, String> details) {
    public EventLine {
        details = Map.copyOf(details);
    }
}
