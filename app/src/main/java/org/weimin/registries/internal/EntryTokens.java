package org.weimin.registries.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.weimin.registries.RegisterEntry;

/** 检索词: the whole number, and each pair of neighbouring characters of the holder's name. */
final class EntryTokens {
    private EntryTokens() {}

    static Set<String> of(RegisterEntry entry) {
        var tokens = pairs(entry.holder().name());
        tokens.add("#" + entry.heading().number());
        return tokens;
    }

    /** What all have to be there; a word with digits is a number. */
    static Set<String> wanted(String words) {
        var wanted = new LinkedHashSet<String>();
        for (String word : words.strip().split("\\s+")) {
            if (word.chars().anyMatch(Character::isDigit)) {
                wanted.add("#" + word.toUpperCase(Locale.ROOT));
            } else {
                wanted.addAll(pairs(word));
            }
        }
        return wanted;
    }

    /** One character alone is a token too, so that somebody of one known character is found. */
    private static Set<String> pairs(String text) {
        var pairs = new LinkedHashSet<String>();
        int[] characters = text.codePoints().filter(Character::isLetter).toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        if (characters.length == 1) {
            pairs.add(new String(characters, 0, 1));
        }
        return pairs;
    }
}
