package org.weimin.engine;

import java.util.List;
import java.util.stream.Stream;

/** 规则: one decision of an edition as people read it: a formula, or a table with its lines; never both. */
public record RuleBlock(String name, Text label, String law, String formula, List<String> columns, List<Line> lines) {

    /** One row of a table, with what it means and the article that wrote it. */
    public record Line(String row, List<String> cells, String result, Text meaning, String law) {}

    static List<RuleBlock> of(Rules rules) {
        return Stream.concat(
                        rules.decisions().values().stream()
                                .map(each -> of(each.name(), each.label(), each.law(), each.logic())),
                        rules.functions().values().stream()
                                .map(each -> of(each.name(), each.label(), each.law(), each.logic())))
                .toList();
    }

    private static RuleBlock of(String name, Text label, String law, Rules.Logic logic) {
        return switch (logic) {
            case Rules.Literal(var source, var expression) ->
                new RuleBlock(name, label, law, source, List.of(), List.of());
            case Rules.Table(var hit, var columns, var rows, var outputs) ->
                new RuleBlock(
                        name,
                        label,
                        law,
                        "",
                        columns.stream().map(Rules.Column::source).toList(),
                        rows.stream().map(RuleBlock::line).toList());
        };
    }

    private static Line line(Rules.Row row) {
        return new Line(
                row.id(), row.cells().stream().map(Cell::source).toList(), row.source(), row.label(), row.law());
    }
}
