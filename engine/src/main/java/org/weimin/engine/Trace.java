package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weimin.engine.Determination.FactUsed;
import org.weimin.engine.Determination.ParameterUsed;
import org.weimin.engine.Determination.RuleFired;
import org.weimin.engine.Determination.Step;
import org.weimin.engine.Determination.Who;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** Everything that led to an answer, in the order in which it was needed. */
class Trace {
    private final Map<String, FactUsed> facts = new LinkedHashMap<>();
    private final Map<String, ParameterUsed> parameters = new LinkedHashMap<>();
    private final List<RuleFired> rules = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    void used(FactUsed fact) {
        facts.putIfAbsent(fact.name() + "/" + fact.who().id(), fact);
    }

    void used(Parameter parameter, ResolvedValue value) {
        parameters.putIfAbsent(
                parameter.name(), new ParameterUsed(parameter.name(), parameter.title(), parameter.unit(), value));
    }

    /** What a table's columns came to; a cell's own value is worked out only for who wants to know it. */
    void asked(Rules.Table table, List<Value> columns, Function<Expr, Value> cell) {
        // an answer is explained by what fired
    }

    void fired(Text table, Rules.Row row, Who who) {
        rules.add(new RuleFired(table, row.id(), row.label(), who, row.law()));
    }

    /** A rule that leaves a fraction of a fen unrounded is at fault, not the case. */
    void step(String name, Text label, Who who, String working, BigDecimal yuan, String law) {
        if (yuan.stripTrailingZeros().scale() > 2) {
            throw new Refused("engine.unrounded", name, Numbers.plain(yuan));
        }
        steps.add(new Step(label, who, working, Money.yuan(yuan.toPlainString()), law));
    }

    /** The article of the row that fired last: the law of an amount that a table gave. */
    String lastArticle() {
        return rules.isEmpty() ? "" : rules.getLast().article();
    }

    List<FactUsed> facts() {
        return List.copyOf(facts.values());
    }

    List<ParameterUsed> parameters() {
        return List.copyOf(parameters.values());
    }

    List<RuleFired> rules() {
        return rules;
    }

    List<Step> steps() {
        return steps;
    }
}
