package org.weimin.engine.population;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.Claim;
import org.weimin.engine.Overlaps;
import org.weimin.engine.Standing;
import org.weimin.engine.Terms;
import org.weimin.kernel.Money;

/** 待遇计入收入: adds to a column of income what other matters would newly pay, where that counts, and takes it back. */
final class CountedColumns {
    private final List<Law> laws;
    private final String fact;
    private final Outcomes[] answers;
    private final Rivals rivals;
    private final Registered before;
    private final boolean[] counts;

    CountedColumns(List<Law> laws, Overlaps overlaps, Outcomes[] answers, Rivals rivals, Registered before) {
        this.laws = laws;
        this.fact = overlaps.incomeFact();
        this.answers = answers;
        this.rivals = rivals;
        this.before = before;
        this.counts = new boolean[laws.size()];
        for (int matter = 0; matter < counts.length; matter++) {
            var asking = laws.get(matter).matter();
            counts[matter] = rivals.terms().stream()
                    .anyMatch(terms -> !terms.countedBy(asking).isEmpty());
        }
    }

    /** Whether money of other matters is income for this one anywhere. */
    boolean counts(int matter) {
        return counts[matter];
    }

    List<Column> columns(Columns columns) {
        return columns.find(fact).stream().toList();
    }

    /** The households of which somebody's income is another one now, as this matter sees it. */
    BitSet add(int asking, Columns columns, BitSet households) {
        var richer = new BitSet();
        Optional<Column> column = columns.find(fact);
        if (counts[asking] && column.isPresent()) {
            for (int each = households.nextSetBit(0); each >= 0; each = households.nextSetBit(each + 1)) {
                add(asking, columns, column.get(), each, richer);
            }
        }
        return richer;
    }

    private void add(int asking, Columns columns, Column column, int household, BitSet richer) {
        Terms terms = rivals.terms().get(columns.place(household));
        List<Terms.Counted> counted = terms.countedBy(laws.get(asking).matter());
        int first = columns.firstMember(household);
        for (int row = first; !counted.isEmpty() && row < columns.firstMember(household + 1); row++) {
            long more = 0;
            boolean open = false;
            for (Terms.Counted each : counted) {
                int paid = number(each);
                if (!isReceived(paid, columns, household, row)) {
                    int subject = laws.get(paid).judgesPersons() ? row : household;
                    open |= answers[paid].status(subject) == Outcomes.Status.CANNOT_TELL;
                    more += more(each, paid, columns, household, subject, row - first);
                }
            }
            if (open) {
                column.forget(row);
                richer.set(household);
            } else if (more != 0 && column.isKnown(row)) {
                column.put(row, column.get(row) + more);
                richer.set(household);
            }
        }
    }

    private int number(Terms.Counted counted) {
        for (int number = 0; number < laws.size(); number++) {
            if (laws.get(number).matter().equals(counted.paid())) {
                return number;
            }
        }
        throw new IllegalStateException(counted.toString());
    }

    private long more(Terms.Counted counted, int paid, Columns columns, int household, int subject, int member) {
        if (answers[paid].status(subject) != Outcomes.Status.ENTITLED
                || rivals.standing(paid, household, subject) instanceof Standing.GivesWay) {
            return 0;
        }
        Claim claim = rivals.claim(paid, columns, household, subject);
        Money share = claim.share(Set.of(Columns.nameOf(member)));
        return counted.of(share).fen();
    }

    private boolean isReceived(int paid, Columns columns, int household, int row) {
        return laws.get(paid).rules().pack().matter().giving().facts().stream()
                .flatMap(given -> columns.find(given).stream())
                .anyMatch(column -> before.isTrue(column, column.kind().ofMember() ? row : household));
    }

    void takeBack(Columns columns, BitSet richer) {
        columns.find(fact)
                .ifPresent(column -> richer.stream().forEach(household -> {
                    for (int row = columns.firstMember(household); row < columns.firstMember(household + 1); row++) {
                        before.putBack(column, row);
                    }
                }));
    }
}
