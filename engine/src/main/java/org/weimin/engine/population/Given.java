package org.weimin.engine.population;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.weimin.engine.Standing;

/** 所给事实: writes what holds for whoever gets a matter into the columns of those facts. */
final class Given {
    private static final int NO = 0;
    private static final int OPEN = 1;
    private static final int YES = 2;
    private final List<Law> laws;
    private final Outcomes[] answers;
    private final Rivals rivals;

    Given(List<Law> laws, Outcomes[] answers, Rivals rivals) {
        this.laws = laws;
        this.answers = answers;
        this.rivals = rivals;
    }

    /** The columns that are written. */
    List<Column> columns(Columns columns) {
        var written = new ArrayList<Column>();
        for (int matter = 0; matter < laws.size(); matter++) {
            written.addAll(columns(matter, columns));
        }
        return written;
    }

    private List<Column> columns(int matter, Columns columns) {
        return laws.get(matter).rules().pack().matter().giving().facts().stream()
                .flatMap(fact -> columns.find(fact).stream())
                .toList();
    }

    /** Marks every household of which a fact is not what it was. */
    void give(int matter, Columns columns, BitSet households, BitSet touched) {
        for (Column column : columns(matter, columns)) {
            for (int each = households.nextSetBit(0); each >= 0; each = households.nextSetBit(each + 1)) {
                boolean changed = column.kind().ofMember()
                        ? ofMembers(matter, columns, column, each)
                        : put(column, each, ofHousehold(matter, columns, each));
                if (changed) {
                    touched.set(each);
                }
            }
        }
    }

    private int ofHousehold(int matter, Columns columns, int household) {
        if (!laws.get(matter).judgesPersons()) {
            return of(matter, household, household);
        }
        int best = NO;
        for (int row = columns.firstMember(household); row < columns.firstMember(household + 1); row++) {
            best = Math.max(best, of(matter, household, row));
        }
        return best;
    }

    private boolean ofMembers(int matter, Columns columns, Column column, int household) {
        int first = columns.firstMember(household);
        boolean persons = laws.get(matter).judgesPersons();
        int whole = persons ? NO : of(matter, household, household);
        long covered = whole == YES ? covered(matter, household) : 0;
        boolean changed = false;
        for (int row = first; row < columns.firstMember(household + 1); row++) {
            int value = persons ? of(matter, household, row) : whole;
            if (!persons && whole == YES && (covered & MatterCode.bit(row - first)) == 0) {
                value = NO;
            }
            changed |= put(column, row, value);
        }
        return changed;
    }

    private long covered(int matter, int household) {
        long covered = 0;
        for (int grant = 0;
                grant < laws.get(matter).rules().pack().matter().grants().size();
                grant++) {
            covered |= answers[matter].given(household, grant) ? answers[matter].persons(household, grant) : 0;
        }
        return covered;
    }

    /** A question that was refused gives no answer that others could take. */
    private int of(int matter, int household, int subject) {
        return switch (answers[matter].status(subject)) {
            case NOT_ENTITLED -> NO;
            case CANNOT_TELL, REFUSED -> OPEN;
            case ENTITLED -> rivals.standing(matter, household, subject) instanceof Standing.GivesWay ? NO : YES;
        };
    }

    private static boolean put(Column column, int row, int value) {
        if (value == OPEN) {
            boolean was = column.isKnown(row);
            column.forget(row);
            return was;
        }
        long truth = value == YES ? 1 : 0;
        boolean same = column.isKnown(row) && column.get(row) == truth;
        if (!same) {
            column.put(row, truth);
        }
        return !same;
    }
}
