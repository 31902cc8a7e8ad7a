package org.weimin.policy.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.engine.PlainWords;
import org.weimin.shell.Pinyin;

/**
 * 读写: a phrase as it is compared. What is written with the wrong character still sounds alike, so each character also
 * stands as its syllable; southern ears hear no difference between zh and z or between ng and n, so neither do we.
 *
 * @param text the characters that mean something
 * @param sound the same with one sign a syllable
 * @param latin the syllables written out, as they are typed on a keyboard
 * @param starts where in {@code latin} a syllable begins
 * @param initials the first letter of every syllable
 */
record Spelling(String text, String sound, String latin, BitSet starts, String initials) {
    private static final Pattern SILENT_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TOO_MANY = 100;
    private static final AtomicInteger NEXT_SIGN = new AtomicInteger(0xE000);
    private static final Map<String, String> SIGNS = new ConcurrentHashMap<>();

    /** The words of a language community, longest first, so that 老太太 is not read as 老太 and 太. */
    static final class Words {
        private final Map<String, String> same;
        private final List<String> said;
        private final Pattern silent;

        Words(PlainWords words) {
            this.same = words.same();
            this.said = same.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
            this.silent = Pattern.compile(words.silent().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|")));
        }

        /** As it was said, and, where that differs, with the words that stand for those that were said. */
        List<Spelling> of(String phrase) {
            String said = telling(SILENT_SIGNS
                    .matcher(Normalizer.normalize(phrase, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                    .replaceAll(""));
            return Stream.of(said, standing(said))
                    .distinct()
                    .map(Spelling::spelled)
                    .toList();
        }

        private String telling(String text) {
            String telling =
                    silent.pattern().isEmpty() ? text : silent.matcher(text).replaceAll("");
            return telling.isEmpty() ? text : telling;
        }

        private String standing(String text) {
            var standing = new StringBuilder();
            for (int at = 0; at < text.length(); ) {
                String other = saidAt(text, at);
                standing.append(other.isEmpty() ? text.charAt(at) : same.get(other));
                at += Math.max(1, other.length());
            }
            return standing.toString();
        }

        private String saidAt(String text, int at) {
            return said.stream()
                    .filter(word -> text.startsWith(word, at))
                    .findFirst()
                    .orElse("");
        }
    }

    private static Spelling spelled(String text) {
        var sound = new StringBuilder();
        var latin = new StringBuilder();
        var initials = new StringBuilder();
        var starts = new BitSet();
        text.codePoints().forEach(character -> {
            String syllable = Character.isIdeographic(character) ? heard(Pinyin.of(character)) : "";
            starts.set(latin.length());
            if (syllable.isEmpty()) {
                sound.appendCodePoint(character);
                latin.appendCodePoint(character);
            } else {
                sound.append(sign(syllable));
                latin.append(syllable);
                initials.append(syllable.charAt(0));
            }
        });
        String typed = initials.isEmpty() ? heard(text) : latin.toString();
        return new Spelling(text, sound.toString(), typed, starts, initials.isEmpty() ? text : initials.toString());
    }

    private static String sign(String syllable) {
        return SIGNS.computeIfAbsent(syllable, any -> Character.toString(NEXT_SIGN.getAndIncrement()));
    }

    private static String heard(String typed) {
        return typed.replace("zh", "z")
                .replace("ch", "c")
                .replace("sh", "s")
                .replace("ng", "n")
                .replace("nv", "nu")
                .replace("lv", "lu");
    }

    /** Typed on a keyboard without choosing characters: pinyin, initials, an item code, English. */
    boolean isLatin() {
        return text.chars().allMatch(sign -> sign < 0x250);
    }

    private boolean isMixed() {
        return !isLatin() && text.chars().anyMatch(sign -> sign >= 'a' && sign <= 'z');
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Every character and every two neighbours, as written and as heard. */
    List<String> grams() {
        var grams = new ArrayList<String>();
        grams(text, grams);
        grams(sound, grams);
        return grams;
    }

    private static void grams(String text, List<String> grams) {
        for (int at = 0; at < text.length(); at++) {
            grams.add(text.substring(at, at + 1));
            if (at + 1 < text.length()) {
                grams.add(text.substring(at, at + 2));
            }
        }
    }

    /** How well the phrase answers what was asked, per mille: nothing is 0, the same is 1000. */
    int likeness(Spelling phrase) {
        if (isLatin()) {
            return typedLikeness(phrase);
        }
        int written = overlap(text, phrase.text);
        int heard = 85 * overlap(sound, phrase.sound) / 100;
        return Math.max(Math.max(written, heard), isMixed() ? typedLikeness(phrase) : 0);
    }

    private static int overlap(String asked, String phrase) {
        if (asked.equals(phrase)) {
            return 1_000;
        }
        if (asked.length() > 1 && phrase.contains(asked)) {
            return 700 + 250 * asked.length() / phrase.length();
        }
        return phrase.length() > 1 && asked.contains(phrase) ? 350 + 600 * phrase.length() / asked.length() : 0;
    }

    private int typedLikeness(Spelling phrase) {
        if (latin.length() < 2 || phrase.latin.isEmpty()) {
            return 0;
        }
        return Math.max(Math.max(asPinyin(phrase), asInitials(phrase)), 750 - 100 * slips(latin, phrase.latin));
    }

    private int asPinyin(Spelling phrase) {
        if (latin.equals(phrase.latin)) {
            return 950;
        }
        int at = phrase.latin.indexOf(latin);
        if (latin.length() > 2 && at >= 0 && phrase.starts.get(at)) {
            return (at == 0 ? 700 : 550) + 200 * latin.length() / phrase.latin.length();
        }
        boolean within = phrase.latin.length() > 3 && phrase.text.length() > 1 && latin.contains(phrase.latin);
        return within ? 500 + 350 * phrase.latin.length() / latin.length() : 0;
    }

    private int asInitials(Spelling phrase) {
        if (latin.equals(phrase.initials)) {
            return 900;
        }
        return phrase.initials.startsWith(latin) ? 600 + 200 * latin.length() / phrase.initials.length() : 0;
    }

    /** Letters left out, put in, changed or exchanged; more than a slip or two is another word. */
    private static int slips(String typed, String meant) {
        int allowed = typed.length() < 4 ? 0 : typed.length() < 9 ? 1 : 2;
        return Math.abs(typed.length() - meant.length()) > allowed ? TOO_MANY : slips(typed, meant, allowed);
    }

    private static int slips(String typed, String meant, int allowed) {
        int[][] cost = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, typed, meant, i, j);
            }
        }
        int slips = cost[typed.length()][meant.length()];
        return slips > allowed ? TOO_MANY : slips;
    }

    private static int cheapest(int[][] cost, String typed, String meant, int i, int j) {
        int same = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean exchanged = i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
