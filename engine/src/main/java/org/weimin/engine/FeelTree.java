package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.weimin.engine.Expr.Op;
import org.weimin.engine.feel.FeelBaseVisitor;
import org.weimin.engine.feel.FeelParser;

/** Turns what the parser found into expressions; refuses by name what the profile does not allow. */
final class FeelTree extends FeelBaseVisitor<Expr> {
    private static final Map<String, RoundingMode> ROUNDINGS = Map.of(
            "round half up", RoundingMode.HALF_UP,
            "round half down", RoundingMode.HALF_DOWN,
            "round up", RoundingMode.UP,
            "round down", RoundingMode.DOWN);
    private static final int DEEPEST = 250;
    private static final Expr.Nothing NOTHING = new Expr.Nothing();
    private final String where;
    private final Profile profile;
    private final FeelTypeTree types;
    private int depth;

    FeelTree(String where, Profile profile, FeelTypeTree types) {
        this.where = where;
        this.profile = profile;
        this.types = types;
    }

    Cell cell(String source, FeelParser.TestsContext tests) {
        return switch (tests) {
            case FeelParser.NoneOfContext none -> new Cell(source, true, tests(none.test()));
            case FeelParser.AnyOfContext any -> new Cell(source, false, tests(any.test()));
            default -> new Cell(source, false, List.of());
        };
    }

    private List<Cell.Test> tests(List<FeelParser.TestContext> tests) {
        return tests.stream().map(this::test).toList();
    }

    private Cell.Test test(FeelParser.TestContext test) {
        return switch (test) {
            case FeelParser.AgainstContext against ->
                new Cell.Against(Op.of(against.op.getText()), visit(against.sum()));
            case FeelParser.WithinContext within ->
                new Cell.Between(
                        visit(within.span().sum(0)),
                        within.span().open.getText().equals("["),
                        visit(within.span().sum(1)),
                        within.span().close.getText().equals("]"));
            case FeelParser.EqualContext equal -> {
                Expr expression = visit(equal.expression());
                yield mentions("?", equal) ? new Cell.Holds(expression) : new Cell.Against(Op.EQUAL, expression);
            }
            default -> throw Faults.unsupported(where, test.getText());
        };
    }

    /** Whether a name is spoken of in what was found not to be too deep. */
    private static boolean mentions(String name, ParseTree tree) {
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (mentions(name, tree.getChild(i))) {
                return true;
            }
        }
        return tree.getChildCount() == 0 && tree.getText().equals(name);
    }

    private void beyondPacks(String what) {
        profile.beyondPacks(where, what);
    }

    @Override
    public Expr visit(ParseTree tree) {
        if (++depth > DEEPEST) {
            throw Faults.unsupported(where, "an expression of this many parts");
        }
        Expr expression =
                Optional.ofNullable(tree.accept(this)).orElseThrow(() -> Faults.unsupported(where, tree.getText()));
        depth--;
        return expression;
    }

    private List<Expr> visit(List<? extends ParseTree> trees) {
        return trees.stream().map(this::visit).toList();
    }

    @Override
    public Expr visitSingle(FeelParser.SingleContext single) {
        return visit(single.sum());
    }

    @Override
    public Expr visitField(FeelParser.FieldContext field) {
        Expr of = visit(field.sum());
        String name = field.NAME().getText();
        return of instanceof Expr.Call(var function, var days)
                        && function.equals("years and months duration")
                        && name.equals("years")
                        && days.size() == 2
                ? new Expr.Years(days.get(0), days.get(1))
                : new Expr.Field(of, name);
    }

    @Override
    public Expr visitFilter(FeelParser.FilterContext filter) {
        return new Expr.Filter(visit(filter.sum()), visit(filter.expression()));
    }

    @Override
    public Expr visitNegate(FeelParser.NegateContext negate) {
        return new Expr.Negate(visit(negate.sum()));
    }

    @Override
    public Expr visitArithmetic(FeelParser.ArithmeticContext sum) {
        if (sum.op.getText().equals("**")) {
            beyondPacks("**");
        }
        return new Expr.Binary(Op.of(sum.op.getText()), visit(sum.sum(0)), visit(sum.sum(1)));
    }

    @Override
    public Expr visitComparison(FeelParser.ComparisonContext comparison) {
        return new Expr.Binary(Op.of(comparison.op.getText()), visit(comparison.expression()), visit(comparison.sum()));
    }

    @Override
    public Expr visitBetween(FeelParser.BetweenContext between) {
        Expr value = visit(between.expression());
        return new Expr.Binary(
                Op.AND,
                new Expr.Binary(Op.AT_LEAST, value, visit(between.sum(0))),
                new Expr.Binary(Op.AT_MOST, value, visit(between.sum(1))));
    }

    @Override
    public Expr visitIn(FeelParser.InContext in) {
        Expr value = visit(in.expression());
        List<Cell.Test> tests = tests(in.test());
        return profile == Profile.PACK
                ? tests.stream()
                        .map(test -> compared(value, test))
                        .reduce((a, b) -> new Expr.Binary(Op.OR, a, b))
                        .orElseThrow()
                : new Expr.In(value, new Cell(in.getText(), false, tests));
    }

    /** In the law's rules "in" is another way to write comparisons, so all that knows those knows it too. */
    private Expr compared(Expr value, Cell.Test test) {
        return switch (test) {
            case Cell.Against(var op, var against) -> new Expr.Binary(op, value, against);
            case Cell.Between(var low, var lowIncluded, var high, var highIncluded) ->
                new Expr.Binary(
                        Op.AND,
                        new Expr.Binary(lowIncluded ? Op.AT_LEAST : Op.ABOVE, value, low),
                        new Expr.Binary(highIncluded ? Op.AT_MOST : Op.BELOW, value, high));
            case Cell.Holds(var condition) -> throw Faults.unsupported(where, "? outside a cell");
        };
    }

    @Override
    public Expr visitAnd(FeelParser.AndContext and) {
        return new Expr.Binary(Op.AND, visit(and.expression(0)), visit(and.expression(1)));
    }

    @Override
    public Expr visitOr(FeelParser.OrContext or) {
        return new Expr.Binary(Op.OR, visit(or.expression(0)), visit(or.expression(1)));
    }

    @Override
    public Expr visitIf(FeelParser.IfContext choice) {
        return new Expr.If(visit(choice.expression(0)), visit(choice.expression(1)), visit(choice.expression(2)));
    }

    @Override
    public Expr visitFor(FeelParser.ForContext loop) {
        List<Expr.Each> each = each(loop.each());
        if (profile == Profile.PACK && each.size() == 1) {
            return new Expr.For(each.getFirst().variable(), each.getFirst().in(), visit(loop.expression()));
        }
        beyondPacks("for over several lists");
        return new Expr.Loop(each, visit(loop.expression()), mentions("partial", loop));
    }

    @Override
    public Expr visitQuantified(FeelParser.QuantifiedContext quantified) {
        return new Expr.Quantified(
                quantified.op.getText().equals("every"), each(quantified.each()), visit(quantified.expression()));
    }

    private List<Expr.Each> each(List<FeelParser.EachContext> each) {
        return each.stream()
                .map(one -> new Expr.Each(
                        one.NAME().getText(),
                        one.expression() != null
                                ? visit(one.expression())
                                : new Expr.Steps(visit(one.sum(0)), visit(one.sum(1)))))
                .toList();
    }

    @Override
    public Expr visitSpanValue(FeelParser.SpanValueContext value) {
        beyondPacks("range");
        FeelParser.SpanContext span = value.span();
        return new Expr.RangeOf(
                Optional.of(visit(span.sum(0))),
                span.open.getText().equals("["),
                Optional.of(visit(span.sum(1))),
                span.close.getText().equals("]"));
    }

    @Override
    public Expr visitHalfSpan(FeelParser.HalfSpanContext half) {
        beyondPacks("range");
        Optional<Expr> end = Optional.of(visit(half.sum()));
        Expr below =
                new Expr.RangeOf(Optional.empty(), false, end, half.op.getText().equals("<="));
        Expr above = new Expr.RangeOf(end, half.op.getText().equals(">="), Optional.empty(), false);
        return switch (half.op.getText()) {
            case "<", "<=" -> below;
            case ">", ">=" -> above;
            default -> new Expr.OnlyOf(end.get(), half.op.getText().equals("!="));
        };
    }

    @Override
    public Expr visitFunction(FeelParser.FunctionContext function) {
        if (function.external != null) {
            throw Faults.unsupported(where, "external function");
        }
        beyondPacks("function");
        List<Expr.Parameter> parameters = function.parameter().stream()
                .map(parameter -> new Expr.Parameter(
                        parameter.NAME().getText(),
                        parameter.type() == null ? FeelType.Basic.ANY : types.type(parameter.type())))
                .toList();
        return new Expr.FunctionOf(parameters, visit(function.expression()), FeelType.Basic.ANY);
    }

    @Override
    public Expr visitInstanceOf(FeelParser.InstanceOfContext instance) {
        beyondPacks("instance of");
        return new Expr.InstanceOf(visit(instance.sum()), types.type(instance.type()));
    }

    @Override
    public Expr visitList(FeelParser.ListContext list) {
        beyondPacks("list");
        return new Expr.ListOf(visit(list.expression()));
    }

    @Override
    public Expr visitContext(FeelParser.ContextContext context) {
        beyondPacks("context");
        return new Expr.ContextOf(
                context.entry().stream()
                        .map(entry -> new Expr.Entry(
                                entry.NAME() != null
                                        ? entry.NAME().getText()
                                        : FeelText.unquoted(entry.STRING().getText()),
                                visit(entry.expression())))
                        .toList(),
                Optional.empty());
    }

    @Override
    public Expr visitCall(FeelParser.CallContext call) {
        Expr callee = visit(call.sum());
        List<Expr.Argument> arguments = call.argument().stream()
                .map(argument -> new Expr.Argument(
                        argument.NAME() == null ? "" : argument.NAME().getText(), visit(argument.expression())))
                .toList();
        boolean byPlace =
                arguments.stream().allMatch(argument -> argument.name().isEmpty());
        if (callee instanceof Expr.Name(var function) && byPlace) {
            return call(function, arguments.stream().map(Expr.Argument::value).toList());
        }
        beyondPacks(byPlace ? "call of a computed function" : "named arguments");
        return new Expr.Invoke(callee, arguments);
    }

    private Expr call(String function, List<Expr> arguments) {
        RoundingMode mode = ROUNDINGS.get(function);
        if (mode != null && arguments.size() == 2) {
            return new Expr.Rounded(mode, arguments.get(0), arguments.get(1));
        }
        if (function.equals("not") && arguments.size() == 1) {
            return new Expr.Not(arguments.getFirst());
        }
        if (function.equals("date") && arguments.size() == 1 && arguments.getFirst() instanceof Expr.Txt(var text)) {
            if (TemporalText.date(text) instanceof Value.Day(var day)) {
                return new Expr.Day(day);
            }
            if (profile == Profile.PACK) {
                throw Faults.syntax(where, "date(\"" + text + "\")");
            }
        }
        return new Expr.Call(function, arguments);
    }

    @Override
    public Expr visitGrouped(FeelParser.GroupedContext grouped) {
        return visit(grouped.expression());
    }

    @Override
    public Expr visitAtText(FeelParser.AtTextContext at) {
        beyondPacks("@");
        return new Expr.Call(
                "@", List.of(new Expr.Txt(FeelText.unquoted(at.STRING().getText()))));
    }

    @Override
    public Expr visitNumber(FeelParser.NumberContext number) {
        try {
            return new Expr.Num(Decimals.fitting(new BigDecimal(number.NUMBER().getText())));
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw Faults.syntax(where, number.getText());
        }
    }

    @Override
    public Expr visitText(FeelParser.TextContext text) {
        return new Expr.Txt(FeelText.unquoted(text.STRING().getText()));
    }

    @Override
    public Expr visitTruth(FeelParser.TruthContext truth) {
        return new Expr.Truth(truth.getText().equals("true"));
    }

    @Override
    public Expr visitNull(FeelParser.NullContext nothing) {
        beyondPacks("null");
        return NOTHING;
    }

    @Override
    public Expr visitName(FeelParser.NameContext name) {
        return new Expr.Name(name.NAME().getText());
    }

    @Override
    public Expr visitNotName(FeelParser.NotNameContext not) {
        return new Expr.Name("not");
    }
}
