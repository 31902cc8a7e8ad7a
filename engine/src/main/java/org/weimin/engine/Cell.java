package org.weimin.engine;

import java.util.List;
import java.util.stream.Stream;

/** One input entry of a decision table: matches when any of its tests does; no test at all is the dash. */
public record Cell(String source, boolean negated, List<Test> tests) {
    public sealed interface Test {}

    /** Compares the column's value, on the left, with the expression. */
    public record Against(Expr.Op op, Expr value) implements Test {}

    public record Between(Expr low, boolean lowIncluded, Expr high, boolean highIncluded) implements Test {}

    /** A condition that calls the column's value {@code ?}. */
    public record Holds(Expr condition) implements Test {}

    Stream<Expr> parts() {
        return tests.stream().flatMap(test -> switch (test) {
            case Against(var op, var value) -> Stream.of(value);
            case Between between -> Stream.of(between.low(), between.high());
            case Holds(var condition) -> Stream.of(condition);
        });
    }

    public boolean isAny() {
        return tests.isEmpty();
    }
}
