package org.weimin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Rules.Column;
import org.weimin.engine.Rules.Hit;
import org.weimin.engine.Rules.Output;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;

/** Reads a decision table. A row of the law names its article; a row from elsewhere need not. */
final class TableReader {
    private static final int MOST_CELLS = 50_000;
    private final Profile profile;
    private final FeelReader feel;

    TableReader(Profile profile, FeelReader feel) {
        this.profile = profile;
        this.feel = feel;
    }

    Table table(String where, Xml table) {
        List<Xml> rules = table.children("rule");
        List<Column> columns = table.children("input").stream()
                .map(input -> column(where, input))
                .toList();
        List<Xml> outputs = table.children("output");
        if ((long) rules.size() * (columns.size() + outputs.size()) > MOST_CELLS) {
            throw Faults.unsupported(where, "a table of " + rules.size() + " rows");
        }
        for (Xml part : table.children()) {
            if (!List.of("input", "output", "annotation", "rule").contains(part.name())) {
                profile.beyondPacks(where, part.name());
            }
        }
        if (outputs.size() != 1) {
            profile.beyondPacks(where, outputs.size() + " output columns");
        }
        List<String> annotations = table.children("annotation").stream()
                .map(annotation -> annotation.attribute("name"))
                .toList();
        var rows = new ArrayList<Row>();
        for (Xml rule : rules) {
            rows.add(row(
                    where + " row " + (rows.size() + 1), String.valueOf(rows.size() + 1), rule, outputs, annotations));
        }
        return new Table(hit(where, table, outputs.size()), columns, rows, outputs(where, outputs));
    }

    private Column column(String where, Xml input) {
        for (Xml part : input.children()) {
            if (!part.name().equals("inputExpression")) {
                profile.beyondPacks(where, part.name());
            }
        }
        String source = input.children("inputExpression").getFirst().text("text");
        Expr expression = feel.expression(where, source);
        String allowed = input.children("inputValues").stream()
                .findFirst()
                .map(values -> values.text("text"))
                .orElse("");
        return new Column(
                source,
                allowed.isEmpty()
                        ? expression
                        : new Expr.Typed(
                                expression, new FeelType.Restricted(FeelType.Basic.ANY, feel.cell(where, allowed))));
    }

    private List<Output> outputs(String where, List<Xml> outputs) {
        boolean isOne = outputs.size() == 1;
        List<Output> read = outputs.stream()
                .map(output -> new Output(
                        isOne ? "" : output.attribute("name"),
                        allowed(where, output),
                        output.children("defaultOutputEntry").stream()
                                .findFirst()
                                .map(entry -> feel.expression(where + " default", entry.text("text")))))
                .toList();
        boolean saysNothing = isOne
                && read.getFirst().allowed().isEmpty()
                && read.getFirst().otherwise().isEmpty();
        if (!saysNothing) {
            profile.beyondPacks(where, "outputValues");
        }
        return saysNothing ? List.of() : read;
    }

    private List<Expr> allowed(String where, Xml output) {
        return output.children("outputValues").stream()
                .flatMap(values -> feel.cell(where + " outputValues", values.text("text")).tests().stream())
                .map(test -> test instanceof Cell.Against(Expr.Op op, var value) && op == Expr.Op.EQUAL
                        ? value
                        : new Expr.Nothing())
                .toList();
    }

    private Row row(String where, String id, Xml rule, List<Xml> outputs, List<String> annotations) {
        var cells = new ArrayList<Cell>();
        for (Xml entry : rule.children("inputEntry")) {
            cells.add(feel.cell(where + " column " + (cells.size() + 1), entry.text("text")));
        }
        List<Xml> notes = rule.children("annotationEntry");
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < Math.min(notes.size(), annotations.size()); i++) {
            byName.put(annotations.get(i), notes.get(i).text("text"));
        }
        String law = byName.getOrDefault("law", "");
        if (law.isEmpty() && profile == Profile.PACK) {
            throw Faults.noLaw(where);
        }
        List<Xml> entries = rule.children("outputEntry");
        if (entries.size() != outputs.size()) {
            throw Faults.syntax(where, entries.size() + " results for " + outputs.size() + " columns");
        }
        return new Row(
                id,
                List.copyOf(cells),
                entries.getFirst().text("text"),
                output(where + " output", entries, outputs),
                law,
                new Text(byName.getOrDefault("zh", ""), byName.getOrDefault("en", "")));
    }

    private Expr output(String where, List<Xml> entries, List<Xml> outputs) {
        var values = new ArrayList<Expr.Entry>();
        for (int i = 0; i < entries.size(); i++) {
            String source = entries.get(i).text("text");
            Expr value = source.isEmpty() ? new Expr.Nothing() : feel.expression(where, source);
            values.add(new Expr.Entry(outputs.get(i).attribute("name"), value));
        }
        return values.size() == 1 ? values.getFirst().value() : new Expr.ContextOf(values, Optional.empty());
    }

    private Hit hit(String where, Xml table, int outputs) {
        String policy = table.attribute("hitPolicy");
        Hit hit = switch (policy.isEmpty() ? "UNIQUE" : policy) {
            case "UNIQUE" -> Hit.UNIQUE;
            case "FIRST" -> Hit.FIRST;
            case "ANY" -> Hit.ANY;
            case "PRIORITY" -> Hit.PRIORITY;
            case "RULE ORDER" -> Hit.COLLECT;
            case "OUTPUT ORDER" -> Hit.OUTPUT_ORDER;
            case "COLLECT" -> collecting(where, table.attribute("aggregation"));
            default -> throw Faults.unsupported(where, "hit policy " + policy);
        };
        if (outputs > 1 && hit.name().startsWith("COLLECT_") && hit != Hit.COLLECT_COUNT) {
            throw Faults.unsupported(where, "COLLECT " + table.attribute("aggregation") + " of several columns");
        }
        if (hit == Hit.COLLECT_COUNT || hit == Hit.COLLECT_MIN) {
            profile.beyondPacks(where, "COLLECT " + table.attribute("aggregation"));
        }
        if (hit == Hit.ANY || hit == Hit.PRIORITY || hit == Hit.OUTPUT_ORDER) {
            profile.beyondPacks(where, "hit policy " + policy);
        }
        return hit;
    }

    private static Hit collecting(String where, String aggregation) {
        return switch (aggregation) {
            case "" -> Hit.COLLECT;
            case "MAX" -> Hit.COLLECT_MAX;
            case "MIN" -> Hit.COLLECT_MIN;
            case "SUM" -> Hit.COLLECT_SUM;
            case "COUNT" -> Hit.COLLECT_COUNT;
            default -> throw Faults.unsupported(where, "COLLECT " + aggregation);
        };
    }
}
