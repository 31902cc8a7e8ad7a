package org.weimin.engine;

import java.util.List;

/** 事实清单: all that is known of one household on one day. What is not in it is unknown, never zero. */
public record FactSheet(List<Fact> household, List<List<Fact>> members) {
    public FactSheet {
        household = List.copyOf(household);
        members = members.stream().map(List::copyOf).toList();
    }
}
