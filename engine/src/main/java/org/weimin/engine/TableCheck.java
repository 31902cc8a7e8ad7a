package org.weimin.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weimin.engine.Rules.Hit;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;

/**
 * Tries a table on every combination of its columns' {@link CellPoints points}: of UNIQUE exactly one row must match
 * each, and of every table each row must be the answer to something. Combinations that leave the same rows are tried
 * once.
 */
final class TableCheck {
    private static final int MOST_TRIES = 200_000;
    private static final int MOST_MATCHES = 2_000_000;
    private final String where;
    private final CellPoints points;

    /** A value a column may have, and the rows whose cells accept it. */
    private record Choice(String label, BitSet rows) {}

    private record State(int column, BitSet rows) {}

    private Table table = new Table(Hit.UNIQUE, List.of(), List.of(), List.of());
    private final List<List<Choice>> columns = new ArrayList<>();
    private final Deque<String> chosen = new ArrayDeque<>();
    private final Set<State> tried = new HashSet<>();
    private final BitSet reached = new BitSet();

    TableCheck(String where, Vocabulary vocabulary, Map<String, DmnReader.Draft> drafts) {
        this.where = where;
        this.points = new CellPoints(where, vocabulary, drafts);
    }

    void check(Table checked) {
        table = checked;
        long matches = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            List<CellPoints.Point> domain = points.of(table, i);
            matches += (long) domain.size() * table.rows().size();
            if (matches > MOST_MATCHES) {
                throw tooLarge();
            }
            columns.add(choices(domain, i));
        }
        var all = new BitSet();
        all.set(0, table.rows().size());
        tryAll(0, all);
        int unreached = reached.nextClearBit(0);
        if (unreached < table.rows().size()) {
            throw Faults.unreachable(
                    where + " row " + table.rows().get(unreached).id());
        }
    }

    private List<Choice> choices(List<CellPoints.Point> domain, int column) {
        String source = table.columns().get(column).source();
        var choices = new ArrayList<Choice>();
        for (CellPoints.Point point : domain) {
            var rows = new BitSet();
            for (int row = 0; row < table.rows().size(); row++) {
                rows.set(row, point.accepted(table.rows().get(row).cells().get(column)));
            }
            choices.add(new Choice(source + " = " + point.label(), rows));
        }
        return choices;
    }

    private void tryAll(int column, BitSet rows) {
        if (column == columns.size()) {
            judge(rows);
            return;
        }
        for (Choice choice : columns.get(column)) {
            var left = (BitSet) rows.clone();
            left.and(choice.rows());
            if (tried.add(new State(column, left))) {
                if (tried.size() > MOST_TRIES) {
                    throw tooLarge();
                }
                chosen.addLast(choice.label());
                tryAll(column + 1, left);
                chosen.removeLast();
            }
        }
    }

    private void judge(BitSet rows) {
        if (table.hit() == Hit.UNIQUE && rows.isEmpty()) {
            throw Faults.gap(where, String.join(", ", chosen));
        }
        if (table.hit() == Hit.UNIQUE && rows.cardinality() > 1) {
            List<String> ids =
                    rows.stream().mapToObj(table.rows()::get).map(Row::id).toList();
            throw Faults.overlap(where, "rows " + ids + " for " + String.join(", ", chosen));
        }
        if (table.hit() == Hit.FIRST && !rows.isEmpty()) {
            reached.set(rows.nextSetBit(0));
        } else {
            reached.or(rows);
        }
    }

    private RuntimeException tooLarge() {
        return Faults.unsupported(
                where,
                "a table with more combinations than can be tried ("
                        + table.rows().size() + " rows)");
    }
}
