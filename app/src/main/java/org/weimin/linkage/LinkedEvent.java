package org.weimin.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.DivisionCode;

/** 生活事件: what happened, who told it, and how far it is worked. */
public record LinkedEvent(
        EventId id,
        String kind,
        RegisterEvent.Origin origin,
        About about,
        LocalDate happenedOn,
        Told told,
        Map<Detail, String> details,
        Status status,
        Handling handling,
        DivisionCode area) {
    /** 报来: on which day it was told by the source, and when this office learned of it. */
    public record Told(LocalDate on, Instant knownAt, String by) {}

    /** 处理: by which version of the table, and what a person said about it; both may be empty. */
    public record Handling(String tableVersion, Decided decided, String settledWhy) {}

    /** 人工结论: what a person decided about an event that could not act by itself. */
    public enum Decided {
        NOTHING,
        ACCEPTED,
        DISMISSED
    }

    /** 事件状态. */
    public enum Status {
        RECEIVED,
        DONE,
        WAITS_FOR_PERSON,
        REFUSED
    }

    public LinkedEvent {
        details = Map.copyOf(details);
    }
}
