package org.weimin.engine.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts as small numbers: the closed lists of the dictionary, the words of the rules and of parameters. One numbering
 * for the whole program, so that any two may be compared; it is never stored and never leaves the program.
 */
final class Words {
    private static final Map<String, Integer> CODES = new HashMap<>();
    private static final List<String> TEXTS = new ArrayList<>();

    private Words() {}

    static synchronized int code(String text) {
        return CODES.computeIfAbsent(text, added -> {
            TEXTS.add(added);
            return TEXTS.size() - 1;
        });
    }

    static synchronized String text(long code) {
        return TEXTS.get((int) code);
    }
}
