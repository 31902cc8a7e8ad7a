package org.weimin.engine.population;

import java.util.HashMap;
import java.util.Map;

/** How often each value of a program is asked for: one that is asked for twice for the same members is kept. */
final class Uses {
    private static final int MANY = 2;
    /** Less work than this is done again sooner than looked up. */
    private static final int TRIFLE = 20;

    private static final int MUCH = 1_000;
    private final Map<Unit, Integer> counts = new HashMap<>();
    private final Map<Unit, Integer> work = new HashMap<>();

    private Uses() {}

    static Uses in(Program program) {
        var uses = new Uses();
        program.units().forEach(unit -> uses.count(unit.body(), unit.arity()));
        program.refusals().forEach(refusal -> uses.count(refusal.matches(), 0));
        program.grants().forEach(grant -> {
            uses.count(grant.when(), 0);
            uses.count(grant.amount(), 0);
            uses.count(grant.basis(), 0);
            uses.count(grant.persons(), 0);
        });
        return uses;
    }

    /** A value that a loop around it does not change is asked for as often as the loop runs. */
    private void count(Node node, int loops) {
        if (node instanceof Node.Use(var unit)) {
            counts.merge(unit, unit.arity() < loops ? MANY : 1, Integer::sum);
        }
        int inside = node instanceof Node.Kept || node instanceof Node.Total ? loops + 1 : loops;
        node.children().forEach(child -> count(child, inside));
    }

    boolean isKept(Unit unit) {
        return counts.getOrDefault(unit, 0) >= MANY && unit.arity() <= 1 && work(unit) > TRIFLE;
    }

    /** About how many operations a value takes; a loop takes many. */
    private int work(Unit unit) {
        Integer known = work.get(unit);
        if (known == null) {
            known = work(unit.body());
            work.put(unit, known);
        }
        return known;
    }

    private int work(Node node) {
        return switch (node) {
            case Node.Use(var unit) -> work(unit);
            case Node.Kept ignored -> MUCH;
            case Node.Total ignored -> MUCH;
            case Node.Quotient ignored -> MUCH;
            default ->
                Math.min(MUCH, 1 + node.children().stream().mapToInt(this::work).sum());
        };
    }
}
