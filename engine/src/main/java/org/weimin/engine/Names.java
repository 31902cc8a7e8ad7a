package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.weimin.engine.feel.FeelLexer;

/**
 * The names of a model that are more than one word. FEEL lets names hold spaces and signs, so only who knows the names
 * can tell {@code day of week} from three names; they are joined to one token each, the longest first.
 */
final class Names {
    private record Phrase(String name, List<String> words) {}

    private static final Set<String> NO_KEY = Set.of(":", ",", "{", "}", "[", "]", "(", ")", "..");
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Names(Collection<String> names) {
        names.forEach(name -> add(name.strip().replaceAll("\\s+", " "), words(name)));
    }

    private Names(Names others) {
        others.byFirstWord.forEach((word, phrases) -> byFirstWord.put(word, new ArrayList<>(phrases)));
    }

    private void add(String name, List<String> words) {
        if (words.size() > 1) {
            List<Phrase> phrases = byFirstWord.computeIfAbsent(words.getFirst(), word -> new ArrayList<>());
            phrases.add(new Phrase(name, words));
            phrases.sort(Comparator.comparingInt(phrase -> -phrase.words().size()));
        }
    }

    private static List<String> words(String name) {
        var lexer = new FeelLexer(CharStreams.fromString(name));
        lexer.removeErrorListeners();
        return lexer.getAllTokens().stream().map(token -> token.getText()).toList();
    }

    List<Token> join(List<? extends Token> tokens) {
        Names names = new Names(this);
        names.addKeys(tokens);
        var joined = new ArrayList<Token>();
        for (int at = 0; at < tokens.size(); ) {
            Phrase phrase = names.longest(tokens, at);
            if (phrase.words().isEmpty()) {
                joined.add(tokens.get(at++));
            } else {
                var token = new CommonToken(tokens.get(at));
                token.setType(FeelLexer.NAME);
                token.setText(phrase.name());
                token.setStopIndex(tokens.get(at + phrase.words().size() - 1).getStopIndex());
                joined.add(token);
                at += phrase.words().size();
            }
        }
        return joined;
    }

    private Phrase longest(List<? extends Token> tokens, int at) {
        return byFirstWord.getOrDefault(tokens.get(at).getText(), List.of()).stream()
                .filter(phrase -> stands(phrase.words(), tokens, at))
                .findFirst()
                .orElse(new Phrase("", List.of()));
    }

    private static boolean stands(List<String> words, List<? extends Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).getText().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A context's own keys are names too: in <code>{full name: "a", greeting: full name}</code>. */
    private void addKeys(List<? extends Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (List.of("{", ",").contains(tokens.get(i).getText())) {
                int end = i + 1;
                while (end < tokens.size()
                        && !NO_KEY.contains(tokens.get(end).getText())
                        && tokens.get(end).getType() != FeelLexer.STRING) {
                    end++;
                }
                if (end < tokens.size() && tokens.get(end).getText().equals(":")) {
                    List<String> words = tokens.subList(i + 1, end).stream()
                            .map(token -> token.getText())
                            .toList();
                    add(written(words), words);
                }
            }
        }
    }

    /** Words with a space between them, signs without one. */
    private static String written(List<String> words) {
        var name = new StringBuilder(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            boolean isWord = Character.isLetterOrDigit(words.get(i).codePointAt(0));
            boolean afterWord = Character.isLetterOrDigit(words.get(i - 1).codePointAt(0));
            name.append(isWord && afterWord ? " " : "").append(words.get(i));
        }
        return name.toString();
    }
}
