package org.weimin.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One edition's rules as a typed model: read and checked once, then asked for as many cases as come. */
public record Rules(Map<String, Type> inputs, Map<String, Decision> decisions, Map<String, Function> functions) {
    boolean isService(String name) {
        Decision decision = decisions.get(name);
        return decision != null
                && decision.logic() instanceof Literal literal
                && literal.expression() instanceof Expr.Service;
    }

    /** A named result. */
    public record Decision(String name, Text label, String law, Logic logic, Type type) {}

    /** A named result for given arguments, mostly for one member. It sees its parameters and nothing else. */
    public record Function(String name, Text label, String law, List<Parameter> parameters, Logic logic, Type type) {}

    public record Parameter(String name, Type type) {}

    public sealed interface Logic {
        /** The expressions directly within it. */
        Stream<Expr> parts();
    }

    public record Literal(String source, Expr expression) implements Logic {
        @Override
        public Stream<Expr> parts() {
            return Stream.of(expression);
        }
    }

    public record Table(Hit hit, List<Column> columns, List<Row> rows, List<Output> outputs) implements Logic {
        @Override
        public Stream<Expr> parts() {
            return Stream.concat(
                    columns.stream().map(Column::expression),
                    rows.stream()
                            .flatMap(row ->
                                    Stream.concat(row.cells().stream().flatMap(Cell::parts), Stream.of(row.output()))));
        }
    }

    public enum Hit {
        /** Exactly one row matches. */
        UNIQUE,
        /** All rows that match say the same. */
        ANY,
        /** The first row that matches. */
        FIRST,
        /** The row that matches whose result stands first in the list of allowed results. */
        PRIORITY,
        /** Every row that matches, in order; "rule order" is another name for it. */
        COLLECT,
        /** Every row that matches, in the order of the list of allowed results. */
        OUTPUT_ORDER,
        /** The greatest result of the rows that match. */
        COLLECT_MAX,
        /** The least result of the rows that match. */
        COLLECT_MIN,
        /** The sum of the results of the rows that match. */
        COLLECT_SUM,
        /** How many rows match. */
        COLLECT_COUNT
    }

    public record Column(String source, Expr expression) {}

    /**
     * A result column: its name, empty where it is the only one, what may stand in it in the order of its weight, and
     * what it says when no row matches. A row with several results gives a context of them.
     */
    public record Output(String name, List<Expr> allowed, Optional<Expr> otherwise) {}

    public record Row(String id, List<Cell> cells, String source, Expr output, String law, Text label) {
        public boolean matchesAnything() {
            return cells.stream().allMatch(Cell::isAny);
        }
    }
}
