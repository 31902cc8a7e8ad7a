package org.weimin.engine;

import java.util.List;
import java.util.Map;

/** One edition's rules as a typed model: read and checked once, then asked for as many cases as come. */
public record Rules(Map<String, Type> inputs, Map<String, Decision> decisions, Map<String, Function> functions) {
    /** A named result. */
    public record Decision(String name, Text label, String law, Logic logic, Type type) {}

    /** A named result for given arguments, mostly for one member. It sees its parameters and nothing else. */
    public record Function(String name, Text label, String law, List<Parameter> parameters, Logic logic, Type type) {}

    public record Parameter(String name, Type type) {}

    public sealed interface Logic {}

    public record Literal(String source, Expr expression) implements Logic {}

    public record Table(Hit hit, List<Column> columns, List<Row> rows) implements Logic {}

    public enum Hit {
        /** Exactly one row matches. */
        UNIQUE,
        /** The first row that matches. */
        FIRST,
        /** Every row that matches, in order. */
        COLLECT,
        /** The greatest result of the rows that match. */
        COLLECT_MAX,
        /** The sum of the results of the rows that match. */
        COLLECT_SUM
    }

    public record Column(String source, Expr expression) {}

    public record Row(String id, List<Cell> cells, String source, Expr output, String law, Text label) {
        public boolean matchesAnything() {
            return cells.stream().allMatch(Cell::isAny);
        }
    }
}
