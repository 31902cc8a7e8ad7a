package org.weimin.screening.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** 词表: the place of a word in a closed list, found from its bytes; {@code -1} for a word that is not in it. */
final class WordList {
    private final byte[][] table;
    private final int[] codes;

    WordList(List<String> words) {
        int size = Integer.highestOneBit(Math.max(4, words.size())) * 4;
        this.table = new byte[size][];
        this.codes = new int[size];
        for (int code = 0; code < words.size(); code++) {
            byte[] word = words.get(code).getBytes(StandardCharsets.UTF_8);
            int at = hash(word, 0, word.length);
            while (table[at] != null) {
                at = at + 1 & size - 1;
            }
            table[at] = word;
            codes[at] = code;
        }
    }

    int code(byte[] text, int from, int until) {
        for (int at = hash(text, from, until); table[at] != null; at = at + 1 & table.length - 1) {
            if (Arrays.equals(table[at], 0, table[at].length, text, from, until)) {
                return codes[at];
            }
        }
        return -1;
    }

    private int hash(byte[] text, int from, int until) {
        int hash = 0;
        for (int at = from; at < until; at++) {
            hash = 31 * hash + text[at];
        }
        return (hash ^ hash >>> 15) & table.length - 1;
    }
}
