package org.weimin.people;

import java.util.List;
import java.util.Set;

/**
 * 名册行: one row of a roster as it was uploaded, with the verdict of the dry run.
 *
 * @param faults text keys of what is wrong, under {@code people.import.fault.}
 * @param badColumns numbers of the cells that are wrong
 */
public record RosterLine(
        int number, List<String> cells, Verdict verdict, List<String> faults, Set<Integer> badColumns) {
    /** 结论. */
    public enum Verdict {
        GOOD,
        WRONG,
        SUSPECT
    }
}
