package org.weimin.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
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
        var faults = new Refusing(where, source);
        var lexer = new FeelLexer(CharStreams.fromString(source));
        lexer.removeErrorListeners();
        lexer.addErrorListener(faults);
        List<? extends Token> tokens = lexer.getAllTokens();
        checkBrackets(where, tokens);
        var parser = new FeelParser(new CommonTokenStream(new ListTokenSource(names.join(tokens))));
        parser.removeErrorListeners();
        parser.addErrorListener(faults);
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

    private static final class Refusing extends BaseErrorListener {
        private final String where;
        private final String source;

        Refusing(String where, String source) {
            this.where = where;
            this.source = source;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            throw Faults.syntax(where, marked(line, column));
        }

        /** The text with a mark before what cannot stand there; what the grammar would rather see helps nobody. */
        private String marked(int line, int column) {
            int start = 0;
            for (int before = 1; before < line; before++) {
                start = source.indexOf('\n', start) + 1;
            }
            int at = Math.clamp(start + column, 0, source.length());
            return (source.substring(0, at) + " ▶ " + source.substring(at)).strip();
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
