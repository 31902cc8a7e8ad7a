package org.weimin.engine;

import java.util.List;

/** One input entry of a decision table: matches when any of its tests does; no test at all is the dash. */
record Cell(String source, boolean negated, List<Test> tests) {
    sealed interface Test {}

    /** Compares the column's value, on the left, with the expression. */
    record Against(Expr.Op op, Expr value) implements Test {}

    record Between(Expr low, boolean lowIncluded, Expr high, boolean highIncluded) implements Test {}

    boolean isAny() {
        return tests.isEmpty();
    }
}
