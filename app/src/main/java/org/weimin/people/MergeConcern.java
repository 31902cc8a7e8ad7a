package org.weimin.people;

import java.util.List;
import java.util.function.Function;

/**
 * 合并关切: what another room has to say before two records become one; contributed as a bean. It speaks of the two
 * people and of the households that they live in.
 */
public record MergeConcern(Function<MergePlan, List<Said>> ask) {
    /** 意见: what was found, and what follows from it. */
    public record Said(Weight weight, Merge.Finding finding) {}

    /** How much it weighs: a note, a note that asks for a second person, or no merge before it is settled. */
    public enum Weight {
        NOTED,
        SECOND_PERSON,
        REFUSED
    }
}
