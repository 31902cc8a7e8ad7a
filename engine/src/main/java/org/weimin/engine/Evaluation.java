package org.weimin.engine;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weimin.engine.Determination.Who;
import org.weimin.engine.Expr.Binary;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Rules.Literal;
import org.weimin.engine.Rules.Logic;
import org.weimin.engine.Rules.Row;
import org.weimin.engine.Rules.Table;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Unknown;

/** Walks the model for one case. Every decision is worked out once, when it is first asked for. */
final class Evaluation {
    /** A row of a table with the answer whether it matches this case. */
    record Match(Row row, Value matched) {}

    private record Applied(String function, List<Value> arguments) {}

    private record Frame(Map<String, Value> locals, Who who) {}

    /** A value the case gives from outside the model: the members, the day, a parameter or a fact. */
    interface Inputs {
        Value get(String name);
    }

    private final Rules rules;
    private final CaseFacts facts;
    private final Inputs inputs;
    private final Trace trace;
    private final Frame outside;
    private final Map<String, Value> decided = new HashMap<>();
    private final Map<Applied, Value> applied = new HashMap<>();

    Evaluation(Rules rules, CaseFacts facts, Who who, Inputs inputs, Trace trace) {
        this.rules = rules;
        this.facts = facts;
        this.inputs = inputs;
        this.trace = trace;
        this.outside = new Frame(Map.of(), who);
    }

    /** The value of a decision or an input. */
    Value named(String name) {
        Rules.Decision decision = rules.decisions().get(name);
        if (decision == null) {
            return inputs.get(name);
        }
        Value known = decided.get(name);
        if (known == null) {
            known = run(decision.logic(), decision.label(), outside);
            decided.put(name, known);
            step(name, decision.label(), decision.law(), decision.type(), decision.logic(), known, outside);
        }
        return known;
    }

    Type typeOf(String name) {
        Rules.Decision decision = rules.decisions().get(name);
        return decision == null ? rules.inputs().getOrDefault(name, Type.TEXT) : decision.type();
    }

    /** Which rows of a decision's table match, row by row. */
    List<Match> matches(String decision) {
        Rules.Decision found = rules.decisions().get(decision);
        if (found == null || !(found.logic() instanceof Table table)) {
            throw Faults.unknownName("rules", decision);
        }
        return matches(table, outside);
    }

    private List<Match> matches(Table table, Frame frame) {
        List<Value> columns = table.columns().stream()
                .map(column -> evaluate(column.expression(), frame))
                .toList();
        return table.rows().stream()
                .map(row -> new Match(row, Tables.match(row, columns, cell -> evaluate(cell, frame))))
                .toList();
    }

    private Value run(Logic logic, Text label, Frame frame) {
        return switch (logic) {
            case Literal(var source, var expression) -> evaluate(expression, frame);
            case Table table -> run(table, label, frame);
        };
    }

    private Value run(Table table, Text label, Frame frame) {
        var possible = new ArrayList<Match>();
        for (Match match : matches(table, frame)) {
            if (!match.matched().isFalse()) {
                possible.add(match);
                if (table.hit() == Rules.Hit.FIRST && match.matched().isTrue()) {
                    break;
                }
            }
        }
        List<Value> outputs = possible.stream()
                .map(match -> evaluate(match.row().output(), frame))
                .toList();
        return switch (table.hit()) {
            case UNIQUE, FIRST -> single(possible, outputs, label, frame);
            case COLLECT -> all(possible, outputs, label, frame);
            case COLLECT_MAX -> greatest(possible, outputs, label, frame);
            case COLLECT_SUM -> {
                possible.forEach(match -> fire(match, label, frame));
                yield Operators.sum(weighed(possible, outputs));
            }
            default -> throw Faults.unsupported("rules", "hit policy " + table.hit());
        };
    }

    /** One row decides; while several may, they must agree. */
    private Value single(List<Match> possible, List<Value> outputs, Text label, Frame frame) {
        if (possible.size() == 1) {
            trace.fired(label, possible.getFirst().row(), frame.who());
            return outputs.getFirst();
        }
        Value first = outputs.getFirst();
        if (outputs.stream().allMatch(first::same)) {
            return first;
        }
        Range range = outputs.stream().map(Range::of).reduce(Range::hull).orElse(Range.ANY);
        return either(possible, outputs, range);
    }

    private Value all(List<Match> possible, List<Value> outputs, Text label, Frame frame) {
        possible.forEach(match -> fire(match, label, frame));
        return possible.stream().allMatch(match -> match.matched().isTrue())
                ? new Items(outputs)
                : either(possible, outputs, Range.ANY);
    }

    /** The greatest of the rows that match; only the row that gave it counts as fired. */
    private Value greatest(List<Match> possible, List<Value> outputs, Text label, Frame frame) {
        Value best = outputs.stream().reduce(Operators::max).orElseThrow();
        if (possible.stream().allMatch(match -> match.matched().isTrue())) {
            for (int i = 0; i < possible.size(); i++) {
                if (outputs.get(i).same(best)) {
                    trace.fired(label, possible.get(i).row(), frame.who());
                    return best;
                }
            }
            return best;
        }
        List<Value> certain = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            if (possible.get(i).matched().isTrue()) {
                certain.add(outputs.get(i));
            }
        }
        Value surely = certain.stream().reduce(Operators::max).orElseThrow();
        return surely.same(best)
                ? best
                : either(possible, outputs, Range.of(surely).hull(Range.of(best)));
    }

    private static List<Value> weighed(List<Match> possible, List<Value> outputs) {
        var weighed = new ArrayList<Value>();
        for (int i = 0; i < possible.size(); i++) {
            Value output = outputs.get(i);
            weighed.add(
                    possible.get(i).matched().isTrue()
                            ? output
                            : Value.unknown(
                                    possible.get(i).matched(),
                                    output,
                                    Range.of(output).hull(Range.of(new Num(BigDecimal.ZERO)))));
        }
        return weighed;
    }

    private static Value either(List<Match> possible, List<Value> outputs, Range range) {
        Value missing = new Unknown(new java.util.TreeSet<>(), Range.ANY);
        for (Match match : possible) {
            missing = Value.unknown(missing, match.matched(), range);
        }
        for (Value output : outputs) {
            missing = Value.unknown(missing, output, range);
        }
        return missing;
    }

    private void fire(Match match, Text label, Frame frame) {
        if (match.matched().isTrue()) {
            trace.fired(label, match.row(), frame.who());
        }
    }

    private Value evaluate(Expr expression, Frame frame) {
        return switch (expression) {
            case Expr.Num(var number) -> new Num(number);
            case Expr.Txt(var text) -> new Value.Txt(text);
            case Expr.Truth(var truth) -> Value.truth(truth);
            case Expr.Day(var day) -> new Value.Day(day);
            case Expr.Name(var name) -> {
                Value local = frame.locals().get(name);
                yield local != null ? local : named(name);
            }
            case Expr.Field(var of, var name) ->
                evaluate(of, frame) instanceof Value.Member(int index)
                        ? facts.ofMember(index, name)
                        : evaluate(of, frame);
            case Expr.Not(var value) -> Operators.not(evaluate(value, frame));
            case Expr.Negate(var value) -> Operators.apply(Op.MINUS, new Num(BigDecimal.ZERO), evaluate(value, frame));
            case Binary(var op, var left, var right) ->
                Operators.apply(op, evaluate(left, frame), evaluate(right, frame));
            case Expr.If choice -> choose(choice, frame);
            case Expr.For loop -> loop(loop, frame);
            case Expr.Filter filter -> filter(filter, frame);
            case Expr.Years(var from, var until) -> years(evaluate(from, frame), evaluate(until, frame));
            case Expr.Rounded(var mode, Binary(Op op, var left, var right), var scale)
            when op == Op.DIVIDED ->
                Operators.divide(mode, evaluate(left, frame), evaluate(right, frame), evaluate(scale, frame));
            case Expr.Rounded(var mode, var value, var scale) ->
                Operators.round(mode, evaluate(value, frame), evaluate(scale, frame));
            case Expr.Call call -> call(call, frame);
            default -> throw Faults.unsupported("rules", String.valueOf(expression));
        };
    }

    private Value choose(Expr.If choice, Frame frame) {
        Value condition = evaluate(choice.condition(), frame);
        if (!condition.isUnknown()) {
            return evaluate(condition.isTrue() ? choice.then() : choice.otherwise(), frame);
        }
        Value then = evaluate(choice.then(), frame);
        Value otherwise = evaluate(choice.otherwise(), frame);
        return then.same(otherwise)
                ? then
                : Value.unknown(
                        condition,
                        Value.unknown(then, otherwise, Range.ANY),
                        Range.of(then).hull(Range.of(otherwise)));
    }

    private Value loop(Expr.For loop, Frame frame) {
        return evaluate(loop.in(), frame) instanceof Items(var items)
                ? new Items(items.stream()
                        .map(item -> evaluate(loop.body(), with(frame, loop.variable(), item)))
                        .toList())
                : evaluate(loop.in(), frame);
    }

    private Value filter(Expr.Filter filter, Frame frame) {
        if (!(evaluate(filter.list(), frame) instanceof Items(var items))) {
            return evaluate(filter.list(), frame);
        }
        var kept = new ArrayList<Value>();
        Value missing = new Items(kept);
        for (Value item : items) {
            Value keep = evaluate(filter.keep(), with(frame, "item", item));
            if (keep.isTrue()) {
                kept.add(item);
            } else if (keep.isUnknown()) {
                missing = Value.unknown(missing, keep, Range.ANY);
            }
        }
        return missing.isUnknown() ? missing : new Items(kept);
    }

    private static Value years(Value from, Value until) {
        return from instanceof Value.Day(var start) && until instanceof Value.Day(var end)
                ? new Num(BigDecimal.valueOf(ChronoUnit.YEARS.between(start, end)))
                : Value.unknown(from, until, Range.ANY);
    }

    private Value call(Expr.Call call, Frame frame) {
        List<Value> arguments = call.arguments().stream()
                .map(argument -> evaluate(argument, frame))
                .toList();
        Value first = arguments.getFirst();
        return switch (call.function()) {
            case "sum" -> first instanceof Items(var items) ? Operators.sum(items) : first;
            case "count" ->
                first instanceof Items(var items) ? new Num(BigDecimal.valueOf(items.size())) : count(first);
            case "max" -> arguments.stream().reduce(Operators::max).orElseThrow();
            case "min" -> arguments.stream().reduce(Operators::min).orElseThrow();
            default -> apply(new Applied(call.function(), arguments));
        };
    }

    private static Value count(Value unknown) {
        return Value.unknown(unknown, unknown, Range.atLeast(BigDecimal.ZERO));
    }

    private Value apply(Applied call) {
        Value known = applied.get(call);
        if (known != null) {
            return known;
        }
        Rules.Function function = rules.functions().get(call.function());
        if (function == null) {
            throw Faults.unknownName("rules", call.function());
        }
        var locals = new HashMap<String, Value>();
        Who who = outside.who();
        for (int i = 0; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            locals.put(function.parameters().get(i).name(), argument);
            who = argument instanceof Value.Member(int index) ? facts.who(index) : who;
        }
        var frame = new Frame(locals, who);
        Value result = run(function.logic(), function.label(), frame);
        applied.put(call, result);
        step(function.name(), function.label(), function.law(), function.type(), function.logic(), result, frame);
        return result;
    }

    private static Frame with(Frame frame, String name, Value value) {
        var locals = new HashMap<>(frame.locals());
        locals.put(name, value);
        return new Frame(locals, frame.who());
    }

    /** A named amount is a line of the sum; a table's zero says nothing that its row has not said. */
    private void step(String name, Text label, String law, Type type, Logic logic, Value value, Frame frame) {
        if (!type.equals(Type.MONEY) || !(value instanceof Num(var number))) {
            return;
        }
        String working = logic instanceof Literal(var source, var expression)
                ? new Working(inner -> evaluate(inner, frame)).of(expression)
                : "";
        if (!working.isEmpty() || number.signum() != 0) {
            trace.step(name, label, frame.who(), working, number, law.isEmpty() ? trace.lastArticle() : law);
        }
    }
}
