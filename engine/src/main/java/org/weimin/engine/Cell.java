package org.weimin.engine;

import java.util.List;

/** One input entry of a decision table: matches when any of its tests does; no test at all is the dash. */
public record Cell(String source, boolean negated, List<Test> tests) {
    public sealed interface Test {}

    /** Compares the column's value, on the left, with the expression. */
    public record Against(Expr.Op op, Expr value) implements Test {}

    public record Between(Expr low, boolean lowIncluded, Expr high, boolean highIncluded) implements Test {}

    public boolean isAny() {
        return tests.isEmpty();
    }
}
