package org.weimin.linkage;

import java.time.LocalDate;

/** 人工处理: what a person says about an event that waits, always with a reason. */
public sealed interface Settlement {
    String why();

    /** It is as it was told, whatever the filters found. */
    record Accept(String why) implements Settlement {}

    /** It is not so; whatever followed from it is taken back. */
    record Dismiss(String why) implements Settlement {}

    /** It is about this one, and happened on this day. */
    record Correct(About about, LocalDate happenedOn, String why) implements Settlement {}
}
