package org.weimin.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.weimin.engine.Determination.Who;
import org.weimin.engine.Expr.Binary;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.Rules.Literal;
import org.weimin.engine.Rules.Logic;
import org.weimin.engine.Rules.Table;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;

/** Walks the model for one case. Every decision is worked out once, when it is first asked for. */
final class Evaluation {
    private record Applied(String function, List<Value> arguments) {}

    /** What a case has from outside its model: values by name, and functions that every model may call. */
    interface Inputs {
        Value get(String name);

        /** Names is empty where the arguments are given by their places. */
        Value call(String function, List<String> names, List<Value> arguments);
    }

    private final Rules rules;
    private final CaseFacts facts;
    private final Inputs inputs;
    private final Trace trace;
    private final Frame outside;
    private final Iteration iteration;
    private final Effort effort;
    private final Map<String, Value> decided = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Map<Applied, Value> applied = new HashMap<>();

    Evaluation(Rules rules, CaseFacts facts, Who who, Inputs inputs, Trace trace) {
        this(rules, facts, who, inputs, trace, new Effort());
    }

    private Evaluation(Rules rules, CaseFacts facts, Who who, Inputs inputs, Trace trace, Effort effort) {
        this.rules = rules;
        this.facts = facts;
        this.inputs = inputs;
        this.trace = trace;
        this.effort = effort;
        this.outside = new Frame(Map.of(), who);
        this.iteration = new Iteration(this::evaluate, effort);
    }

    /** The value of a decision or an input. */
    Value named(String name) {
        Value known = decided.get(name);
        if (known != null) {
            return known;
        }
        Rules.Decision decision = rules.decisions().get(name);
        if (decision == null) {
            return inputs.get(name);
        }
        if (!underWay.add(name)) {
            throw Faults.unsupported(name, "a decision that depends on itself");
        }
        known = run(decision.logic(), decision.label(), outside);
        underWay.remove(name);
        decided.put(name, known);
        step(name, decision.label(), decision.law(), decision.type(), decision.logic(), known, outside);
        return known;
    }

    Type typeOf(String name) {
        Rules.Decision decision = rules.decisions().get(name);
        return decision == null ? rules.inputs().getOrDefault(name, Type.TEXT) : decision.type();
    }

    /** Which rows of a decision's table match, row by row. */
    List<Hits.Match> matches(String decision) {
        Rules.Decision found = rules.decisions().get(decision);
        if (found == null || !(found.logic() instanceof Table table)) {
            throw Faults.unknownName("rules", decision);
        }
        return matches(table, columns(table, outside), outside);
    }

    private List<Value> columns(Table table, Frame frame) {
        return table.columns().stream()
                .map(column -> evaluate(column.expression(), frame))
                .toList();
    }

    private List<Hits.Match> matches(Table table, List<Value> columns, Frame frame) {
        trace.asked(table, columns, cell -> evaluate(cell, frame));
        return table.rows().stream()
                .map(row -> new Hits.Match(row, Tables.match(row, columns, about(frame))))
                .toList();
    }

    /** Cells call what they test {@code ?}. */
    private BiFunction<Expr, Value, Value> about(Frame frame) {
        return (cell, tested) -> effort.spent(
                evaluate(cell, cell instanceof Expr.Num || cell instanceof Expr.Txt ? frame : frame.with("?", tested)));
    }

    private Value run(Logic logic, Text label, Frame frame) {
        return switch (logic) {
            case Literal(var source, var expression) -> evaluate(expression, frame);
            case Table table -> run(table, label, frame);
        };
    }

    private Value run(Table table, Text label, Frame frame) {
        List<Value> columns = columns(table, frame);
        if (isOutside(table, columns)) {
            return Value.nothing();
        }
        return new Hits(
                        table,
                        matches(table, columns, frame),
                        cell -> effort.spent(evaluate(cell, frame)),
                        row -> trace.fired(label, row, frame.who()))
                .value();
    }

    /** Whether a column that lists its allowed values got another one: then not even a row of dashes applies. */
    private static boolean isOutside(Table table, List<Value> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isNothing() && table.columns().get(i).expression() instanceof Expr.Typed) {
                return true;
            }
        }
        return false;
    }

    private Value evaluate(Expr expression, Frame frame) {
        effort.begin();
        Value value = worth(expression, frame);
        effort.end();
        return value;
    }

    /** A plain loop, so that calls within calls need little of the machine's stack. */
    private List<Value> evaluate(List<Expr> expressions, Frame frame) {
        var values = new ArrayList<Value>(expressions.size());
        for (Expr expression : expressions) {
            values.add(evaluate(expression, frame));
        }
        return values;
    }

    private Value worth(Expr expression, Frame frame) {
        return switch (expression) {
            case Expr.Num(var number) -> new Num(number);
            case Expr.Txt(var text) -> new Value.Txt(text);
            case Expr.Truth(var truth) -> Value.truth(truth);
            case Expr.Day(var day) -> new Value.Day(day);
            case Expr.Name(var name) -> value(name, frame);
            case Expr.Field(var of, var name) -> field(evaluate(of, frame), name);
            case Expr.Not(var value) -> Operators.not(evaluate(value, frame));
            case Expr.Negate(var value) -> negated(evaluate(value, frame));
            case Binary(var op, var left, var right) -> operated(op, evaluate(left, frame), evaluate(right, frame));
            case Expr.If choice -> choose(choice, frame);
            case Expr.For loop -> loop(loop, frame);
            case Expr.Filter filter -> iteration.filter(filter, frame);
            case Expr.Years(var from, var until) -> DateFunctions.years(evaluate(from, frame), evaluate(until, frame));
            case Expr.Rounded(var mode, Binary(Op op, var left, var right), var scale)
            when op == Op.DIVIDED ->
                Operators.divide(mode, evaluate(left, frame), evaluate(right, frame), evaluate(scale, frame));
            case Expr.Rounded(var mode, var value, var scale) ->
                Operators.round(mode, evaluate(value, frame), evaluate(scale, frame));
            case Expr.Call call -> call(call, frame);
            case Expr.Nothing ignored -> Value.nothing();
            case Expr.ListOf(var items) -> effort.spent(new Items(evaluate(items, frame)));
            case Expr.ContextOf context -> context(context, frame);
            case Expr.OnlyOf(var value, var negated) -> new Value.Only(evaluate(value, frame), negated);
            case Expr.RangeOf range -> span(range, frame);
            case Expr.Steps(var from, var until) ->
                Iteration.steps(evaluate(from, frame), evaluate(until, frame))
                        .<Value>map(steps -> new Items(steps.map(effort::begun).toList()))
                        .orElse(Value.nothing());
            case Expr.In(var value, var tests) ->
                Tables.match(tests, effort.spent(evaluate(value, frame)), about(frame));
            case Expr.Quantified quantified -> iteration.quantified(quantified, frame);
            case Expr.Loop loop -> effort.spent(iteration.loop(loop, frame));
            case Expr.FunctionOf function ->
                new Value.Func(
                        function.parameters(), arguments -> applied(function, arguments, frame), function.result());
            case Expr.Service service -> service(service);
            case Expr.Invoke(var function, var arguments) -> invoke(function, arguments, frame);
            case Expr.InstanceOf(var value, var type) ->
                Value.truth(FeelTypes.holds(type, evaluate(value, frame), (cell, any) -> true));
            case Expr.Typed(var value, var type) -> FeelTypes.fitted(type, evaluate(value, frame), allowed(frame));
            case Expr.TableOf(var table) -> run(table, Text.same(""), frame);
        };
    }

    private FeelTypes.Allowed allowed(Frame frame) {
        return (cell, value) -> Tables.match(cell, value, about(frame)).isTrue();
    }

    private Value field(Value of, String name) {
        return of instanceof Value.Member(int index) ? facts.ofMember(index, name) : Properties.of(of, name);
    }

    private Value operated(Op op, Value left, Value right) {
        if (!op.isLogic() && !(left instanceof Num)) {
            effort.spend(List.of(left, right));
        }
        effort.spend(op == Op.POWER ? Builtins.OF_A_SERIES : 0);
        return Operators.apply(op, left, right);
    }

    private static Value negated(Value value) {
        return value instanceof Num || value.isUnknown()
                ? Operators.apply(Op.MINUS, new Num(BigDecimal.ZERO), value)
                : Temporal.negated(value);
    }

    private Value span(Expr.RangeOf range, Frame frame) {
        Value low = range.low().map(end -> evaluate(end, frame)).orElse(Value.nothing());
        Value high = range.high().map(end -> evaluate(end, frame)).orElse(Value.nothing());
        boolean complete = low.isNothing() == range.low().isEmpty()
                && high.isNothing() == range.high().isEmpty();
        return complete ? new Value.Span(low, range.lowIncluded(), high, range.highIncluded()) : Value.nothing();
    }

    private Value context(Expr.ContextOf context, Frame frame) {
        var entries = new LinkedHashMap<String, Value>();
        Frame inner = frame;
        for (Expr.Entry entry : context.entries()) {
            Value value = evaluate(entry.value(), inner);
            if (entries.put(entry.name(), value) != null) {
                return Value.nothing();
            }
            inner = inner.with(entry.name(), value);
            effort.spend(inner.locals().size());
        }
        Frame all = inner;
        return context.result()
                .map(result -> evaluate(result, all))
                .orElseGet(() -> effort.spent(new Value.Entries(entries)));
    }

    private Value applied(Expr.FunctionOf function, List<Value> arguments, Frame frame) {
        var locals = new HashMap<String, Value>();
        for (int i = 0; i < arguments.size(); i++) {
            Expr.Parameter parameter = function.parameters().get(i);
            Value argument = FeelTypes.fitted(parameter.type(), arguments.get(i), allowed(frame));
            if (argument.isNothing() && !arguments.get(i).isNothing()) {
                return Value.nothing();
            }
            locals.put(parameter.name(), argument);
        }
        return FeelTypes.fitted(function.result(), evaluate(function.body(), frame.with(locals)), allowed(frame));
    }

    private Value.Func service(Expr.Service service) {
        return new Value.Func(
                service.parameters(),
                arguments -> {
                    var again = new Evaluation(rules, facts, outside.who(), inputs, trace, effort);
                    for (int i = 0; i < arguments.size(); i++) {
                        Expr.Parameter parameter = service.parameters().get(i);
                        Value argument = fitted(parameter.type(), arguments.get(i));
                        if (argument.isNothing() && !arguments.get(i).isNothing()) {
                            return Value.nothing();
                        }
                        again.decided.put(parameter.name(), argument);
                    }
                    var results = new LinkedHashMap<String, Value>();
                    service.outputs().forEach(output -> results.put(output, again.named(output)));
                    return fitted(
                            service.result(),
                            results.size() == 1 ? results.values().iterator().next() : new Value.Entries(results));
                },
                service.result());
    }

    Value fitted(FeelType type, Value value) {
        return FeelTypes.fitted(type, value, allowed(outside));
    }

    private Value invoke(Expr function, List<Expr.Argument> arguments, Frame frame) {
        List<String> names = arguments.stream().map(Expr.Argument::name).toList();
        List<Value> values =
                evaluate(arguments.stream().map(Expr.Argument::value).toList(), frame);
        Value callee = function instanceof Expr.Name(var name) ? callee(name, frame) : evaluate(function, frame);
        if (callee instanceof Value.Func known) {
            return Builtins.apply(known, names, values);
        }
        return function instanceof Expr.Name(var name) ? outside(name, names, values) : Value.nothing();
    }

    /** A function that every model may call. */
    private Value outside(String name, List<String> names, List<Value> arguments) {
        effort.spend(arguments);
        effort.spend(Builtins.work(name, arguments));
        return inputs.call(name, names, arguments);
    }

    private Value value(String name, Frame frame) {
        Value local = frame.locals().get(name);
        Value value = local != null ? local : named(name);
        int dot = name.lastIndexOf('.');
        // a model may declare "person.name" and yet mean the name of the person
        return value.isNothing() && dot > 0
                ? field(value(name.substring(0, dot), frame), name.substring(dot + 1))
                : value;
    }

    private Value choose(Expr.If choice, Frame frame) {
        Value condition = evaluate(choice.condition(), frame);
        if (!(condition instanceof Value.Truth) && !condition.isNothing() && !condition.isUnknown()) {
            return Value.nothing();
        }
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
        Value in = evaluate(loop.in(), frame);
        return in instanceof Items(var items)
                ? new Items(items.stream()
                        .map(item -> evaluate(loop.body(), frame.with(loop.variable(), item)))
                        .toList())
                : in;
    }

    private Value call(Expr.Call call, Frame frame) {
        List<Value> arguments = evaluate(call.arguments(), frame);
        String name = call.function();
        if (rules.functions().containsKey(name)) {
            return apply(new Applied(name, arguments));
        }
        boolean own =
                frame.locals().containsKey(name) || (rules.decisions().containsKey(name) && !underWay.contains(name));
        return own && value(name, frame) instanceof Value.Func callee
                ? Builtins.apply(callee, List.of(), arguments)
                : outside(name, List.of(), arguments);
    }

    /** What the model itself calls by the name; a decision may have the name of a function that it calls. */
    private Value callee(String name, Frame frame) {
        boolean own =
                frame.locals().containsKey(name) || (rules.decisions().containsKey(name) && !underWay.contains(name));
        return own ? value(name, frame) : Value.nothing();
    }

    private Value apply(Applied call) {
        Value known = applied.get(call);
        if (known != null) {
            return known;
        }
        Rules.Function function = Objects.requireNonNull(rules.functions().get(call.function()));
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
