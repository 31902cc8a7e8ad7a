package org.weimin.people;

import org.weimin.kernel.PersonId;

/** 亲属关系: what the relative is to the person. */
public record Kinship(PersonId person, PersonId relative, Kind kind) {
    /** 亲属类别. A child is written as a parent's row from the child's side. */
    public enum Kind {
        SPOUSE,
        PARENT,
        SIBLING,
        OTHER
    }
}
