package org.weimin.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weimin.engine.Rules.Column;
import org.weimin.engine.Rules.Hit;
import org.weimin.engine.Rules.Literal;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;

/** Works out the type of every decision, and refuses cycles, unknown names, mixed units, gaps and overlaps. */
final class RulesCheck {
    private static final int DEEPEST = 100;
    private final String where;
    private final Vocabulary vocabulary;
    private final Map<String, Type> inputs;
    private final Map<String, DmnReader.Draft> drafts;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private int nesting;

    RulesCheck(String where, Vocabulary vocabulary, Map<String, Type> inputs, Map<String, DmnReader.Draft> drafts) {
        this.where = where;
        this.vocabulary = vocabulary;
        this.inputs = inputs;
        this.drafts = drafts;
    }

    Rules rules() {
        var decisions = new LinkedHashMap<String, Rules.Decision>();
        var functions = new LinkedHashMap<String, Rules.Function>();
        drafts.values().forEach(draft -> {
            Type type = type(draft);
            if (type.equals(Type.MONEY)
                    && draft.logic() instanceof Literal
                    && draft.law().isEmpty()) {
                throw Faults.noLaw(at(draft));
            }
            if (draft.isFunction()) {
                functions.put(
                        draft.name(),
                        new Rules.Function(
                                draft.name(), draft.label(), draft.law(), draft.parameters(), draft.logic(), type));
            } else {
                decisions.put(
                        draft.name(),
                        new Rules.Decision(draft.name(), draft.label(), draft.law(), draft.logic(), type));
            }
        });
        return new Rules(Map.copyOf(inputs), decisions, functions);
    }

    private String at(DmnReader.Draft draft) {
        return where + " " + draft.name();
    }

    private Type type(DmnReader.Draft draft) {
        Type known = types.get(draft.name());
        if (known != null) {
            return known;
        }
        if (nesting > DEEPEST) {
            throw Faults.unsupported(at(draft), "a chain of more than " + DEEPEST + " decisions");
        }
        if (!underWay.add(draft.name())) {
            throw Faults.unsupported(at(draft), "a decision that depends on itself");
        }
        nesting++;
        draft.logic().parts().forEach(part -> checkQuantifiers(draft, part));
        Type type = switch (draft.logic()) {
            case Literal(var source, var expression) -> typing(draft, at(draft)).of(expression, scope(draft));
            case Table table -> type(draft, table);
        };
        nesting--;
        types.put(draft.name(), type);
        checkDepth(draft);
        return type;
    }

    /** Every case would have to go down the whole chain. */
    private void checkDepth(DmnReader.Draft draft) {
        int below = draft.requires().stream()
                .mapToInt(required -> depths.getOrDefault(required, 0))
                .max()
                .orElse(0);
        depths.put(draft.name(), below + 1);
        if (below + nesting >= DEEPEST) {
            throw Faults.unsupported(at(draft), "a chain of more than " + DEEPEST + " decisions");
        }
    }

    private void checkQuantifiers(DmnReader.Draft draft, Expr expression) {
        if (expression instanceof Expr.Quantified quantified) {
            new Unsure(vocabulary, drafts).in(quantified.satisfies()).ifPresent(fact -> {
                throw Faults.unknownInQuantifier(at(draft), fact);
            });
        }
        expression.parts().forEach(part -> checkQuantifiers(draft, part));
    }

    /** A function sees its parameters; a decision sees what it is drawn to require. */
    private Map<String, Type> scope(DmnReader.Draft draft) {
        var scope = new LinkedHashMap<String, Type>();
        draft.parameters().forEach(parameter -> scope.put(parameter.name(), parameter.type()));
        draft.requires().forEach(name -> {
            DmnReader.Draft required = drafts.get(name);
            Type input = inputs.get(name);
            if (required != null && !required.isFunction()) {
                scope.put(name, type(required));
            } else if (input != null) {
                scope.put(name, input);
            }
        });
        return scope;
    }

    private Typing typing(DmnReader.Draft draft, String place) {
        return new Typing(place, vocabulary, name -> {
            DmnReader.Draft function = drafts.get(name);
            if (function == null || !function.isFunction() || !draft.requires().contains(name)) {
                throw Faults.unknownName(place, name);
            }
            return new Typing.Signature(
                    function.parameters().stream().map(Rules.Parameter::type).toList(), type(function));
        });
    }

    private Type type(DmnReader.Draft draft, Table table) {
        Map<String, Type> scope = scope(draft);
        List<Type> columns = table.columns().stream()
                .map(column -> typing(draft, at(draft)).of(column.expression(), scope))
                .toList();
        Type result = Type.ZERO;
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            String place = at(draft) + " row " + row.id();
            checkCells(draft, place, row, table.columns(), columns, scope);
            Type output = typing(draft, place + " output").of(row.output(), scope);
            if (i > 0 && !output.fits(result)) {
                throw Faults.type(place + " output", output + " after " + result);
            }
            result = i == 0 ? output : result.with(output);
        }
        checkComplete(draft, table);
        return table.hit() == Hit.COLLECT ? result.many() : result;
    }

    private void checkCells(
            DmnReader.Draft draft,
            String place,
            Row row,
            List<Column> columns,
            List<Type> types,
            Map<String, Type> scope) {
        if (row.cells().size() != columns.size()) {
            throw Faults.syntax(place, row.cells().size() + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            typing(draft, place + " column " + (i + 1))
                    .checkCell(
                            columns.get(i).expression(),
                            types.get(i),
                            row.cells().get(i),
                            scope);
        }
    }

    private void checkComplete(DmnReader.Draft draft, Table table) {
        new TableCheck(at(draft), vocabulary, drafts).check(table);
        if (table.hit() != Hit.UNIQUE
                && table.hit() != Hit.COLLECT
                && table.rows().stream().noneMatch(Row::matchesAnything)) {
            throw Faults.gap(at(draft), "no row of dashes");
        }
    }
}
