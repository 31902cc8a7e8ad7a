package org.weimin.shell;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 拼音: how Chinese text is read, without tones: what people type who do not find the character. */
public final class Pinyin {
    private static final Map<Integer, String> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** One reading a character; a character that nobody reads (beyond the tables) is left out. */
    public static List<String> of(String text) {
        return text.codePoints()
                .mapToObj(Pinyin::of)
                .filter(reading -> !reading.isEmpty())
                .toList();
    }

    /** The reading of one character; empty where nobody reads it. */
    public static String of(int codePoint) {
        return READINGS.computeIfAbsent(codePoint, Pinyin::reading);
    }

    private static String reading(int codePoint) {
        String latin = HanLatin.TRANSLITERATOR.transliterate(Character.toString(codePoint));
        String letters = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return latin.codePoints().anyMatch(Character::isIdeographic) ? "" : letters;
    }

    /** Building the transliterator takes a third of a second: only whoever reads a text pays it. */
    private static final class HanLatin {
        private static final Transliterator TRANSLITERATOR =
                Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");
    }
}
