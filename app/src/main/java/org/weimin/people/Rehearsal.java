package org.weimin.people;

import java.util.List;

/**
 * 预演: what a merge would do, found by doing it and taking it back.
 *
 * @param left rows of each table that cannot stand beside the other's, with whose they are
 */
public record Rehearsal(List<Hanging> hangings, List<Clash> left, List<MergeConcern.Said> said, boolean moneyHangs) {
    /** 冲突: so many rows of the table cannot both stand; either record's may win, or it is settled before. */
    public record Clash(String table, long rows, boolean settledBefore, boolean chosen) {}

    public Rehearsal {
        hangings = List.copyOf(hangings);
        left = List.copyOf(left);
        said = List.copyOf(said);
    }

    public boolean isPossible() {
        return left.stream().noneMatch(Clash::settledBefore)
                && said.stream().noneMatch(each -> each.weight() == MergeConcern.Weight.REFUSED);
    }

    public boolean needsSecondPerson() {
        return moneyHangs || said.stream().anyMatch(each -> each.weight() == MergeConcern.Weight.SECOND_PERSON);
    }
}
