package org.weimin.linkage;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/** 事件查找: empty texts and days ask for everything; what waits for a person comes first. */
public record EventFilter(
        String kind, Optional<LinkedEvent.Status> status, Optional<Span> happened, DivisionCode place) {
    /** 起止日期: both days count. */
    public record Span(LocalDate from, LocalDate through) {}

    public static EventFilter everything(DivisionCode place) {
        return new EventFilter("", Optional.empty(), Optional.empty(), place);
    }

    public static EventFilter waiting(DivisionCode place) {
        return new EventFilter("", Optional.of(LinkedEvent.Status.WAITS_FOR_PERSON), Optional.empty(), place);
    }
}
