package org.weimin.policy.web;

import static org.weimin.shell.Texts.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weimin.engine.Edition;
import org.weimin.engine.FactKind;
import org.weimin.engine.Pack;
import org.weimin.engine.Rules;
import org.weimin.engine.Text;
import org.weimin.policy.Series;
import org.weimin.shell.Texts;

/**
 * 规则译读: a rule as the office says it: names by their titles, codes by their words. What no pack gives a word for stays
 * as it is written, and how a word is written stays beside it.
 */
public final class InWords {
    private static final Pattern TOKEN = Pattern.compile("\"(?<code>[^\"]*)\""
            + "|(?<word>round half up|round half down|round up|round down|years and months duration|list contains"
            + "|[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)"
            + "|[^\"\\p{L}_]+|\"");
    private final Pack pack;
    private final boolean asWritten;
    private final Map<String, Text> names = new HashMap<>();
    private final Map<String, Text> codes = new HashMap<>();

    /** A run of text; of a word, also how the file writes it. */
    public record Piece(String text, String written) {}

    private InWords(Pack pack, Edition edition, boolean asWritten) {
        this.pack = pack;
        this.asWritten = asWritten;
        pack.dictionary().list().forEach(fact -> names.put(fact.name(), fact.title()));
        pack.parameters().forEach(parameter -> names.put(parameter.name(), parameter.title()));
        if (edition.hasRules()) {
            Rules rules = edition.rules();
            rules.decisions().values().forEach(decision -> names.put(decision.name(), decision.label()));
            rules.functions().values().forEach(function -> names.put(function.name(), function.label()));
        }
        choices();
        pack.matter().conditions().forEach(condition -> codes.put(condition.refusal(), condition.refusalText()));
    }

    static InWords of(Pack pack, Edition edition) {
        return new InWords(pack, edition, false);
    }

    /** For those who write rules: everything as the file has it. */
    static InWords asWritten(Pack pack, Edition edition) {
        return new InWords(pack, edition, true);
    }

    /** A code that two facts understand differently has no word of its own. */
    private void choices() {
        var twice = new HashSet<String>();
        for (FactKind fact : pack.dictionary().list()) {
            for (FactKind.Choice choice : fact.choices()) {
                Text before = codes.put(choice.value(), choice.title());
                if (before != null && !before.equals(choice.title())) {
                    twice.add(choice.value());
                }
            }
        }
        codes.keySet().removeAll(twice);
    }

    List<Piece> say(String feel) {
        return say(feel, "");
    }

    /** A cell, which is about what its column asks. */
    List<Piece> say(String feel, String about) {
        if (asWritten) {
            return List.of(new Piece(feel, ""));
        }
        var pieces = new ArrayList<Piece>();
        String subject = last(about);
        for (Matcher token = TOKEN.matcher(feel); token.find(); ) {
            if (token.group("code") != null) {
                pieces.add(piece(code(token.group("code"), subject), token.group()));
            } else if (token.group("word") != null) {
                String word = token.group("word");
                subject = names.containsKey(last(word)) ? last(word) : subject;
                pieces.add(piece(name(word), word));
            } else {
                pieces.add(new Piece(token.group(), ""));
            }
        }
        return pieces;
    }

    private static Piece piece(String said, String written) {
        return new Piece(said, said.equals(written) ? "" : written);
    }

    private String name(String word) {
        Text title = names.get(last(word));
        String key = "policy.feel." + word.replace(' ', '_');
        return title != null && !either(title).isEmpty() ? either(title) : Texts.has(key) ? t(key) : word;
    }

    private String code(String code, String subject) {
        String shown = Series.shown(code);
        return pack.dictionary()
                .find(subject)
                .flatMap(fact -> fact.choices().stream()
                        .filter(choice -> choice.value().equals(code))
                        .findFirst())
                .map(choice -> either(choice.title()))
                .orElseGet(() -> !shown.equals(code)
                        ? shown
                        : codes.containsKey(code)
                                ? either(codes.getOrDefault(code, Text.same(code)))
                                : '"' + code + '"');
    }

    /** {@code m.absence} is about the absence, {@code age(m, asOf)} about no fact. */
    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String either(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
