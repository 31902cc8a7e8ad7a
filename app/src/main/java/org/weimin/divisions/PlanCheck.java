package org.weimin.divisions;

import java.util.List;

/** 变更核对: what a room further down has to say about a plan; contributed as a bean, asked at every rehearsal. */
public record PlanCheck(String room, Look look) {
    /** Looks with the eyes of the system, and changes nothing. */
    @FunctionalInterface
    public interface Look {
        List<Conflict> at(Plan plan);
    }
}
