package org.weimin.engine;

import java.util.List;
import java.util.TreeSet;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.feel.FeelParser;
import org.weimin.kernel.Refused;

/**
 * What is wrong with a formula, for the person who wrote it: the formula with a mark where it goes wrong, which
 * character that is, and what is missing there.
 */
record FeelFault(String where, String source) {
    private static final String MARK = "▶";
    private static final int MOST_AROUND = 60;

    /** A sign that starts nothing; a lone quotation mark is the beginning of a text that does not end. */
    void check(List<? extends Token> tokens) {
        for (Token token : tokens) {
            if (token.getType() == FeelParser.OTHER) {
                throw at(token.getText().equals("\"") ? "text" : "sign", token.getStartIndex(), token.getText());
            }
        }
    }

    Refused of(Parser parser, Token found, @Nullable RecognitionException cause) {
        int place = found.getType() == Token.EOF ? codePoints() : found.getStartIndex();
        if (cause instanceof NoViableAltException choice
                && choice.getStartToken().getStartIndex() < place) {
            return at("place", place, "");
        }
        IntervalSet expected = parser.getExpectedTokens();
        if (expected.contains(FeelParser.NUMBER)) {
            return at("value", place, "");
        }
        if (expected.contains(Token.EOF)) {
            return at("end", place, "");
        }
        return expected.contains(FeelParser.NAME) ? at("name", place, "") : at("word", place, words(expected));
    }

    private static String words(IntervalSet expected) {
        var words = new TreeSet<String>();
        for (int type : expected.toList()) {
            String literal = FeelParser.VOCABULARY.getLiteralName(type);
            if (literal != null) {
                words.add(literal.substring(1, literal.length() - 1));
            }
        }
        return String.join(" ", words);
    }

    private int codePoints() {
        return source.codePointCount(0, source.length());
    }

    /** Characters are counted from one, as people do. */
    private Refused at(String what, int place, String detail) {
        int at = source.offsetByCodePoints(0, Math.min(place, codePoints()));
        int from = Math.max(0, at - MOST_AROUND);
        int until = Math.min(source.length(), at + MOST_AROUND);
        String marked = (from > 0 ? "…" : "")
                + source.substring(from, at)
                + MARK
                + source.substring(at, until)
                + (until < source.length() ? "…" : "");
        return new Refused("engine.pack.formula-" + what, where, marked.strip(), place + 1, detail);
    }
}
