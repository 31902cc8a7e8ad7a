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
        switch (logic) {
            case Rules.Literal(var source, var expression) -> expression(expression);
            case Rules.Table table -> {
                table.columns().forEach(column -> expression(column.expression()));
                table.rows().forEach(row -> {
                    row.cells().forEach(cell -> cell.tests().forEach(this::test));
                    expression(row.output());
                });
            }
        }
    }

    private void test(Cell.Test test) {
        switch (test) {
            case Cell.Against(var op, var value) -> expression(value);
            case Cell.Between between -> {
                expression(between.low());
                expression(between.high());
            }
        }
    }

    private void expression(Expr expression) {
        switch (expression) {
            case Expr.Field(var of, var name) -> {
                expression(of);
                facts.add(name);
            }
            case Expr.Not(var value) -> expression(value);
            case Expr.Negate(var value) -> expression(value);
            case Expr.Binary(var op, var left, var right) -> {
                expression(left);
                expression(right);
            }
            case Expr.If(var condition, var then, var otherwise) -> {
                expression(condition);
                expression(then);
                expression(otherwise);
            }
            case Expr.For(var variable, var in, var body) -> {
                expression(in);
                expression(body);
            }
            case Expr.Filter(var list, var keep) -> {
                expression(list);
                expression(keep);
            }
            case Expr.Years(var from, var until) -> {
                expression(from);
                expression(until);
            }
            case Expr.Rounded(var mode, var value, var scale) -> {
                expression(value);
                expression(scale);
            }
            case Expr.Call(var name, var arguments) -> arguments.forEach(this::expression);
            default -> {}
        }
    }
}
