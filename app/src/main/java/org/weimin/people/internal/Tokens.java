package org.weimin.people.internal;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 检索词: what a resident can be found by, each word compared for equality. The first letter says which kind it is:
 * {@code n} two characters of a name, {@code p} pinyin, {@code a} two characters of an address, {@code i} last four.
 */
final class Tokens {
    private static final Pattern SILENT = Pattern.compile("[\\s·•・,，。、（）()\\-—]+");

    private Tokens() {}

    static Set<String> ofName(String name) {
        var tokens = new LinkedHashSet<String>();
        pairs('n', name).forEach(tokens::add);
        List<String> readings = NameReading.of(clean(name));
        String initials =
                readings.stream().map(reading -> reading.substring(0, 1)).collect(Collectors.joining());
        for (int length = 2; length <= initials.length(); length++) {
            tokens.add("p" + initials.substring(0, length));
        }
        tokens.add("p" + String.join("", readings));
        return tokens;
    }

    static List<String> ofAddress(String address) {
        return pairs('a', address);
    }

    /** Two neighbouring characters each; a single character stands for itself. Characters are code points. */
    static List<String> pairs(char kind, String text) {
        int[] points = clean(text).codePoints().toArray();
        if (points.length < 2) {
            return points.length == 0 ? List.of() : List.of(kind + Character.toString(points[0]));
        }
        return java.util.stream.IntStream.range(0, points.length - 1)
                .mapToObj(i -> kind + new String(points, i, 2))
                .distinct()
                .toList();
    }

    /** Full-width letters and digits become plain, dots and spaces are silent. */
    static String clean(String text) {
        return SILENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
