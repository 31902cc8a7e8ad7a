package org.weimin.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** 所用事实: which facts an edition's rules read, of the household and of its members. */
public final class FactsRead {
    private final Set<String> facts = new LinkedHashSet<>();

    private FactsRead() {}

    public static List<String> of(Rules rules, FactsDictionary dictionary) {
        var read = new FactsRead();
        rules.inputs().keySet().stream()
                .sorted()
                .filter(name ->
                        dictionary.find(name).filter(kind -> !kind.ofMember()).isPresent())
                .forEach(read.facts::add);
        rules.decisions().values().forEach(decision -> read.logic(decision.logic()));
        rules.functions().values().forEach(function -> read.logic(function.logic()));
        return read.facts.stream()
                .filter(name -> dictionary.find(name).isPresent())
                .toList();
    }

    private void logic(Rules.Logic logic) {
        logic.parts().forEach(this::expression);
    }

    private void expression(Expr expression) {
        expression.parts().forEach(this::expression);
        if (expression instanceof Expr.Field(var of, var name)) {
            facts.add(name);
        }
    }
}
