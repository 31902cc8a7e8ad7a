package org.weimin.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.feel.FeelBaseVisitor;
import org.weimin.engine.feel.FeelLexer;
import org.weimin.engine.feel.FeelParser;

/** Reads FEEL text into expressions and cells; a text outside the grammar is refused with its place. */
final class FeelReader {
    private FeelReader() {}

    static Expr expression(String where, String source) {
        return new ToExpr(where).visit(parser(where, source).onlyExpression().expression());
    }

    static Cell cell(String where, String source) {
        var toExpr = new ToExpr(where);
        return switch (parser(where, source).onlyTests().tests()) {
            case FeelParser.NoneOfContext none -> new Cell(source, true, toExpr.tests(none.test()));
            case FeelParser.AnyOfContext any -> new Cell(source, false, toExpr.tests(any.test()));
            default -> new Cell(source, false, List.of());
        };
    }

    private static FeelParser parser(String where, String source) {
        var listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    @Nullable Object symbol,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException cause) {
                throw Faults.syntax(where, "'" + source.strip() + "': " + message);
            }
        };
        var lexer = new FeelLexer(CharStreams.fromString(source));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        var parser = new FeelParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        return parser;
    }

    private static final class ToExpr extends FeelBaseVisitor<Expr> {
        private final String where;

        ToExpr(String where) {
            this.where = where;
        }

        List<Cell.Test> tests(List<FeelParser.TestContext> tests) {
            return tests.stream().map(this::test).toList();
        }

        private Cell.Test test(FeelParser.TestContext test) {
            return switch (test) {
                case FeelParser.AgainstContext against ->
                    new Cell.Against(Expr.Op.of(against.op.getText()), visit(against.expression()));
                case FeelParser.BetweenContext between ->
                    new Cell.Between(
                            visit(between.expression(0)),
                            between.open.getText().equals("["),
                            visit(between.expression(1)),
                            between.close.getText().equals("]"));
                case FeelParser.EqualContext equal -> new Cell.Against(Expr.Op.EQUAL, visit(equal.expression()));
                default -> throw Faults.unsupported(where, test.getText());
            };
        }

        @Override
        public Expr visit(ParseTree tree) {
            return Optional.ofNullable(tree.accept(this)).orElseThrow(() -> Faults.unsupported(where, tree.getText()));
        }

        @Override
        public Expr visitField(FeelParser.FieldContext field) {
            return new Expr.Field(visit(field.expression()), field.NAME().getText());
        }

        @Override
        public Expr visitFilter(FeelParser.FilterContext filter) {
            return new Expr.Filter(visit(filter.expression(0)), visit(filter.expression(1)));
        }

        @Override
        public Expr visitNegate(FeelParser.NegateContext negate) {
            return new Expr.Negate(visit(negate.expression()));
        }

        @Override
        public Expr visitArithmetic(FeelParser.ArithmeticContext sum) {
            return binary(sum.op.getText(), sum.expression());
        }

        @Override
        public Expr visitComparison(FeelParser.ComparisonContext comparison) {
            return binary(comparison.op.getText(), comparison.expression());
        }

        @Override
        public Expr visitAnd(FeelParser.AndContext and) {
            return binary("and", and.expression());
        }

        @Override
        public Expr visitOr(FeelParser.OrContext or) {
            return binary("or", or.expression());
        }

        private Expr binary(String sign, List<FeelParser.ExpressionContext> sides) {
            return new Expr.Binary(Expr.Op.of(sign), visit(sides.get(0)), visit(sides.get(1)));
        }

        @Override
        public Expr visitIf(FeelParser.IfContext choice) {
            return new Expr.If(visit(choice.expression(0)), visit(choice.expression(1)), visit(choice.expression(2)));
        }

        @Override
        public Expr visitFor(FeelParser.ForContext loop) {
            return new Expr.For(loop.NAME().getText(), visit(loop.expression(0)), visit(loop.expression(1)));
        }

        @Override
        public Expr visitYears(FeelParser.YearsContext years) {
            return new Expr.Years(visit(years.expression(0)), visit(years.expression(1)));
        }

        @Override
        public Expr visitRounded(FeelParser.RoundedContext rounded) {
            RoundingMode mode = switch (rounded.rounding().getText()) {
                case "round half up" -> RoundingMode.HALF_UP;
                case "round half down" -> RoundingMode.HALF_DOWN;
                case "round up" -> RoundingMode.UP;
                default -> RoundingMode.DOWN;
            };
            return new Expr.Rounded(mode, visit(rounded.expression(0)), visit(rounded.expression(1)));
        }

        @Override
        public Expr visitNot(FeelParser.NotContext not) {
            return new Expr.Not(visit(not.expression()));
        }

        @Override
        public Expr visitCall(FeelParser.CallContext call) {
            return new Expr.Call(
                    call.NAME().getText(),
                    call.expression().stream().map(this::visit).toList());
        }

        @Override
        public Expr visitDate(FeelParser.DateContext date) {
            String text = unquoted(date.STRING().getText());
            try {
                return new Expr.Day(LocalDate.parse(text));
            } catch (DateTimeParseException malformed) {
                throw Faults.syntax(where, "date(\"" + text + "\")");
            }
        }

        @Override
        public Expr visitGrouped(FeelParser.GroupedContext grouped) {
            return visit(grouped.expression());
        }

        @Override
        public Expr visitNumber(FeelParser.NumberContext number) {
            return new Expr.Num(new BigDecimal(number.NUMBER().getText()));
        }

        @Override
        public Expr visitText(FeelParser.TextContext text) {
            return new Expr.Txt(unquoted(text.STRING().getText()));
        }

        @Override
        public Expr visitTruth(FeelParser.TruthContext truth) {
            return new Expr.Truth(truth.getText().equals("true"));
        }

        @Override
        public Expr visitName(FeelParser.NameContext name) {
            return new Expr.Name(name.NAME().getText());
        }

        private static String unquoted(String literal) {
            return literal.substring(1, literal.length() - 1);
        }
    }
}
