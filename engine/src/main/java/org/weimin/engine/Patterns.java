package org.weimin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weimin.engine.Value.Txt;

/** Regular expressions as XPath writes them; one that would search without end is refused. */
final class Patterns {
    private static final int MOST_LOOKS = 200_000;
    private static final Map<Character, Integer> FLAGS = Map.of(
            's', Pattern.DOTALL, 'm', Pattern.MULTILINE, 'i', Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE, 'x', 0);

    private Patterns() {}

    static Value matches(List<Value> arguments) {
        return flags(arguments.get(2))
                .flatMap(flags -> Builtins.as(Txt.class, arguments.get(0))
                        .flatMap(text -> Builtins.as(Txt.class, arguments.get(1))
                                .map(pattern -> matches(text.text(), pattern.text(), flags))))
                .orElse(Value.nothing());
    }

    static Value replace(List<Value> arguments) {
        return flags(arguments.get(3))
                .map(flags -> Builtins.three(
                                Txt.class,
                                Txt.class,
                                Txt.class,
                                (text, pattern, by) -> replace(text.text(), pattern.text(), by.text(), flags))
                        .apply(arguments.subList(0, 3)))
                .orElse(Value.nothing());
    }

    private static Optional<String> flags(Value value) {
        return switch (value) {
            case Txt(var text) -> Optional.of(text);
            case Value.Nothing ignored -> Optional.of("");
            default -> Optional.empty();
        };
    }

    static Value matches(String text, String pattern, String flags) {
        return search(text, pattern, flags, matcher -> Value.truth(matcher.find()));
    }

    static Value replace(String text, String pattern, String by, String flags) {
        return search(text, pattern, flags, matcher -> {
            boolean plain = flags.indexOf('q') >= 0;
            return new Txt(matcher.replaceAll(plain ? Matcher.quoteReplacement(by) : replacement(by)));
        });
    }

    static Value split(String text, String pattern) {
        return search(text, pattern, "", matcher -> {
            var parts = new ArrayList<Value>();
            int from = 0;
            while (matcher.find()) {
                parts.add(new Txt(text.substring(from, matcher.start())));
                from = matcher.end();
            }
            parts.add(new Txt(text.substring(from)));
            return new Value.Items(parts);
        });
    }

    private interface Search {
        Value with(Matcher matcher);
    }

    private static Value search(String text, String pattern, String flags, Search search) {
        int bits = 0;
        for (int i = 0; i < flags.length(); i++) {
            char flag = flags.charAt(i);
            if (flag != 'q' && !FLAGS.containsKey(flag)) {
                return Value.nothing();
            }
            bits |= FLAGS.getOrDefault(flag, 0);
        }
        try {
            boolean plain = flags.indexOf('q') >= 0;
            Pattern compiled = plain
                    ? Pattern.compile(pattern, bits | Pattern.LITERAL)
                    : Pattern.compile(
                            XPathPattern.inJava(flags.indexOf('x') < 0 ? pattern : XPathPattern.dense(pattern)), bits);
            return search.with(compiled.matcher(new Watched(text)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Value.nothing();
        } catch (StackOverflowError tooDeep) {
            // the library searches by calling itself: deeper, the longer the text or the pattern
            throw Faults.endless(text.length());
        }
    }

    /** Backslash and dollar as XPath means them. */
    private static String replacement(String by) {
        if (by.matches("(?s).*(\\\\[^\\\\$].*|\\$\\D.*|\\$|(?<!\\\\)(\\\\\\\\)*\\\\)")) {
            throw new IllegalArgumentException(by);
        }
        return by;
    }

    /** A text that counts how often it is looked at: some patterns look at a short text for ever. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw Faults.endless(looks);
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
