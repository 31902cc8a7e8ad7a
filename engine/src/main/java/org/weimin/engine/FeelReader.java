package org.weimin.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.feel.FeelLexer;
import org.weimin.engine.feel.FeelParser;

/** Reads FEEL text into expressions and cells; a text outside the grammar is refused with its place. */
record FeelReader(Profile profile, Names names, Map<String, FeelType> types) {
    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 400;
    private static final int MOST_BRACKETS = 30;

    Expr expression(String where, String source) {
        return read(
                where,
                source,
                parser -> tree(where).visit(parser.onlyExpression().expression()));
    }

    Cell cell(String where, String source) {
        return read(
                where,
                source,
                parser -> tree(where).cell(source, parser.onlyTests().tests()));
    }

    FeelType type(String where, String source) {
        return read(
                where,
                source,
                parser -> new FeelTypeTree(where, types).type(parser.onlyType().type()));
    }

    Optional<FeelType> named(String name) {
        return FeelTypes.named(name).or(() -> Optional.ofNullable(types.get(name)));
    }

    private FeelTree tree(String where) {
        return new FeelTree(where, profile, new FeelTypeTree(where, types));
    }

    private <T> T read(String where, String source, Function<FeelParser, T> reading) {
        if (source.length() > LONGEST) {
            throw Faults.unsupported(where, "an expression of " + source.length() + " characters");
        }
        var fault = new FeelFault(where, source);
        // every sign is some token, so the lexer has nothing to report
        List<? extends Token> tokens = new FeelLexer(CharStreams.fromString(source)).getAllTokens();
        checkBrackets(where, tokens);
        List<Token> joined = names.join(tokens);
        fault.check(joined);
        var parser = new FeelParser(new CommonTokenStream(new ListTokenSource(joined)));
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusing(fault));
        parser.addParseListener(new Depth(where));
        return reading.apply(parser);
    }

    /** The parser looks ahead to the end of a bracket, so the time it takes grows with every one that is open. */
    private static void checkBrackets(String where, List<? extends Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            switch (token.getText()) {
                case "(", "[", "{" -> open++;
                case ")", "]", "}" -> open--;
                default -> {}
            }
            if (open > MOST_BRACKETS) {
                throw Faults.unsupported(where, "brackets within brackets this deep");
            }
        }
    }

    /** The first fault ends the reading. */
    private static final class Refusing extends BaseErrorListener {
        private final FeelFault fault;

        Refusing(FeelFault fault) {
            this.fault = fault;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            throw fault.of((Parser) recognizer, (Token) Objects.requireNonNull(symbol), cause);
        }
    }

    /** Counts how deep the parser stands, so that no text can exhaust its stack. */
    private static final class Depth implements ParseTreeListener {
        private final String where;
        private int depth;

        Depth(String where) {
            this.where = where;
        }

        @Override
        public void enterEveryRule(ParserRuleContext rule) {
            if (++depth > DEEPEST) {
                throw Faults.unsupported(where, "an expression nested this deep");
            }
        }

        @Override
        public void exitEveryRule(ParserRuleContext rule) {
            depth--;
        }

        @Override
        public void visitTerminal(TerminalNode node) {
            // only rules nest
        }

        @Override
        public void visitErrorNode(ErrorNode node) {
            // only rules nest
        }
    }
}
