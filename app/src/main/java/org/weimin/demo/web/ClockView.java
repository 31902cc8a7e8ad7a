package org.weimin.demo.web;

import java.time.LocalDate;
import java.util.List;

/** The day it is in the demo, and the days somebody may want to jump to. */
public record ClockView(LocalDate today, LocalDate firstOfNextMonth) {
    /** One jump: the text key of its button and the day it leads to. */
    public record Jump(String key, LocalDate until) {}

    public List<Jump> jumps() {
        return List.of(
                new Jump("demo.clock.day", today.plusDays(1)),
                new Jump("demo.clock.week", today.plusDays(7)),
                new Jump("demo.clock.fortnight", today.plusDays(14)),
                new Jump("demo.clock.month", firstOfNextMonth));
    }
}
