package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.weimin.engine.Rules.Column;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;

/**
 * Tries a table of which exactly one row must match on every combination of its columns' values: closed lists, yes and
 * no, and for numbers each bound written in a cell with the points around it.
 */
final class TableCheck {
    private static final int MOST_COMBINATIONS = 100_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private final String where;
    private final Vocabulary vocabulary;
    private final Map<String, DmnReader.Draft> drafts;

    TableCheck(String where, Vocabulary vocabulary, Map<String, DmnReader.Draft> drafts) {
        this.where = where;
        this.vocabulary = vocabulary;
        this.drafts = drafts;
    }

    void check(Table table) {
        var domains = new ArrayList<List<Value>>();
        for (int i = 0; i < table.columns().size(); i++) {
            domains.add(domain(table, i));
        }
        long combinations = domains.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        if (combinations > MOST_COMBINATIONS) {
            throw Faults.unsupported(where, "a table with " + combinations + " combinations");
        }
        tryAll(table, domains, new ArrayList<>());
    }

    private void tryAll(Table table, List<List<Value>> domains, List<Value> chosen) {
        if (chosen.size() < domains.size()) {
            for (Value value : domains.get(chosen.size())) {
                chosen.add(value);
                tryAll(table, domains, chosen);
                chosen.removeLast();
            }
            return;
        }
        List<Row> matching =
                table.rows().stream().filter(row -> matches(row, chosen)).toList();
        if (matching.isEmpty()) {
            throw Faults.gap(where, describe(table, chosen));
        }
        if (matching.size() > 1) {
            throw Faults.overlap(
                    where, "rows " + matching.stream().map(Row::id).toList() + " for " + describe(table, chosen));
        }
    }

    private boolean matches(Row row, List<Value> chosen) {
        for (int i = 0; i < chosen.size(); i++) {
            if (!matches(row.cells().get(i), chosen.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(Cell cell, Value value) {
        Value result = Tables.match(cell, value, (expression, tested) -> literal(expression));
        return result instanceof Value.Truth(boolean truth) && truth;
    }

    private Value literal(Expr expression) {
        return switch (expression) {
            case Expr.Num(var number) -> new Value.Num(number);
            case Expr.Txt(var text) -> new Value.Txt(text);
            case Expr.Truth(var truth) -> new Value.Truth(truth);
            case Expr.Negate(Expr.Num(var number)) -> new Value.Num(number.negate());
            default -> throw Faults.unsupported(where, "a cell of a UNIQUE table that is not a plain value");
        };
    }

    private List<Value> domain(Table table, int column) {
        Column of = table.columns().get(column);
        List<String> choices = switch (of.expression()) {
            case Expr.Field(var member, var name) -> vocabulary.choices(name);
            case Expr.Name(var name) when !drafts.containsKey(name) -> vocabulary.choices(name);
            case Expr.Name(var name) -> outputs(name);
            case Expr.Call(var name, var arguments) -> outputs(name);
            default -> List.of();
        };
        if (!choices.isEmpty()) {
            return choices.stream().<Value>map(Value.Txt::new).toList();
        }
        List<Value> literals = table.rows().stream()
                .flatMap(row -> row.cells().get(column).parts())
                .map(this::literal)
                .toList();
        if (literals.stream().anyMatch(Value.Txt.class::isInstance)) {
            throw Faults.unsupported(where, "a UNIQUE table over a text without a closed list: " + of.source());
        }
        boolean numeric = literals.stream().anyMatch(Value.Num.class::isInstance);
        return numeric ? around(literals) : List.of(new Value.Truth(true), new Value.Truth(false));
    }

    private List<String> outputs(String name) {
        DmnReader.Draft draft = drafts.get(name);
        return draft != null && draft.logic() instanceof Table table
                ? table.rows().stream()
                        .flatMap(row -> row.output() instanceof Expr.Txt(var text) ? Stream.of(text) : Stream.empty())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Bounds, and a point on either side: whole numbers that follow one another leave no gap that could occur. */
    private static List<Value> around(List<Value> bounds) {
        var points = new TreeSet<BigDecimal>();
        boolean whole = true;
        for (Value bound : bounds) {
            if (bound instanceof Value.Num(var number)) {
                points.add(number);
                whole &= number.stripTrailingZeros().scale() <= 0;
            }
        }
        BigDecimal step = whole ? BigDecimal.ONE : HALF;
        for (BigDecimal point : List.copyOf(points)) {
            points.add(point.subtract(step));
            points.add(point.add(step));
        }
        return points.stream().<Value>map(Value.Num::new).toList();
    }

    private static String describe(Table table, List<Value> chosen) {
        var text = new StringBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(table.columns().get(i).source())
                    .append(" = ")
                    .append(chosen.get(i).plain());
        }
        return text.toString();
    }
}
