package org.weimin.policy;

import java.util.List;

/** 放假安排已载入: deadlines that passed through these years are no longer provisional and may move. */
public record CalendarLoaded(List<Integer> years) {
    public CalendarLoaded {
        years = List.copyOf(years);
    }
}
