package org.weimin.engine.population;

import java.util.HashMap;
import java.util.Map;

/** How often each value of a program is asked for: one that is asked for twice for the same members is kept. */
final class Uses {
    private static final int MANY = 2;
    private final Map<Unit, Integer> counts = new HashMap<>();

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
        return counts.getOrDefault(unit, 0) >= MANY && unit.arity() <= 1;
    }
}
