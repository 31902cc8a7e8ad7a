package org.weimin.engine;

import static org.weimin.engine.Builtins.one;
import static org.weimin.engine.Builtins.three;
import static org.weimin.engine.Builtins.two;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.weimin.engine.Builtins.Signature;
import org.weimin.engine.Value.Items;
import org.weimin.engine.Value.Num;
import org.weimin.engine.Value.Txt;

/** FEEL's functions of texts; places count characters as readers see them, not halves of them. */
final class TextFunctions {
    private TextFunctions() {}

    static List<Signature> all() {
        return Stream.of(texts(), conversions(), patterns())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Signature> texts() {
        return List.of(
                Signature.of(
                        "substring(string, start position)",
                        two(
                                Txt.class,
                                Num.class,
                                (text, start) -> substring(text.text(), start, Num.of(Integer.MAX_VALUE)))),
                Signature.of(
                        "substring(string, start position, length)",
                        three(
                                Txt.class,
                                Num.class,
                                Num.class,
                                (text, start, length) -> substring(text.text(), start, length))),
                Signature.of("string length(string)", one(Txt.class, text -> Num.of(length(text.text())))),
                Signature.of(
                        "upper case(string)",
                        one(Txt.class, text -> new Txt(text.text().toUpperCase(Locale.ROOT)))),
                Signature.of(
                        "lower case(string)",
                        one(Txt.class, text -> new Txt(text.text().toLowerCase(Locale.ROOT)))),
                Signature.of(
                        "substring before(string, match)",
                        two(Txt.class, Txt.class, (text, match) -> before(text.text(), match.text()))),
                Signature.of(
                        "substring after(string, match)",
                        two(Txt.class, Txt.class, (text, match) -> after(text.text(), match.text()))),
                Signature.of(
                        "contains(string, match)",
                        two(
                                Txt.class,
                                Txt.class,
                                (text, match) -> Value.truth(text.text().contains(match.text())))),
                Signature.of(
                        "starts with(string, match)",
                        two(
                                Txt.class,
                                Txt.class,
                                (text, match) -> Value.truth(text.text().startsWith(match.text())))),
                Signature.of(
                        "ends with(string, match)",
                        two(
                                Txt.class,
                                Txt.class,
                                (text, match) -> Value.truth(text.text().endsWith(match.text())))),
                Signature.of("string join(list)", one(Items.class, list -> join(list, "", "", ""))),
                Signature.of("string join(list, delimiter)", arguments -> join(arguments, 2)),
                Signature.of("string join(list, delimiter, prefix, suffix)", arguments -> join(arguments, 4)));
    }

    private static List<Signature> conversions() {
        return List.of(
                Signature.of("string(from)", one(Value.class, TextFunctions::string)),
                Signature.of("number(from)", one(Txt.class, text -> number(text.text(), "", "."))),
                Signature.of("number(from, grouping separator, decimal separator)", TextFunctions::number));
    }

    private static List<Signature> patterns() {
        return List.of(
                Signature.of(
                        "matches(input, pattern)",
                        two(
                                Txt.class,
                                Txt.class,
                                (text, pattern) -> Patterns.matches(text.text(), pattern.text(), ""))),
                Signature.of("matches(input, pattern, flags)", arguments -> Patterns.matches(arguments)),
                Signature.of(
                        "replace(input, pattern, replacement)",
                        three(
                                Txt.class,
                                Txt.class,
                                Txt.class,
                                (text, pattern, by) -> Patterns.replace(text.text(), pattern.text(), by.text(), ""))),
                Signature.of("replace(input, pattern, replacement, flags)", arguments -> Patterns.replace(arguments)),
                Signature.of(
                        "split(string, delimiter)",
                        two(Txt.class, Txt.class, (text, pattern) -> Patterns.split(text.text(), pattern.text()))));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Value substring(String text, Num start, Num length) {
        int size = length(text);
        int at = Builtins.whole(start.number()).orElse(0);
        int from = at < 0 ? size + at : at - 1;
        int count = length.number().min(BigDecimal.valueOf(size)).intValue();
        if (at == 0 || from < 0 || from >= size || count < 1) {
            return at == 0 || count < 1 ? Value.nothing() : from < 0 ? Value.nothing() : new Txt("");
        }
        int begin = text.offsetByCodePoints(0, from);
        return new Txt(text.substring(begin, text.offsetByCodePoints(begin, Math.min(count, size - from))));
    }

    private static Value before(String text, String match) {
        int at = text.indexOf(match);
        return new Txt(at < 0 ? "" : text.substring(0, at));
    }

    private static Value after(String text, String match) {
        int at = text.indexOf(match);
        return new Txt(at < 0 ? "" : text.substring(at + match.length()));
    }

    private static Value join(List<Value> arguments, int count) {
        var texts = new ArrayList<String>();
        for (Value argument : arguments.subList(1, count)) {
            if (!argument.isNothing() && !(argument instanceof Txt)) {
                return Value.nothing();
            }
            texts.add(argument instanceof Txt(var text) ? text : "");
        }
        return Builtins.as(Items.class, arguments.getFirst())
                .map(list -> join(list, texts.get(0), count == 4 ? texts.get(1) : "", count == 4 ? texts.get(2) : ""))
                .orElse(Value.nothing());
    }

    private static Value join(Items list, String delimiter, String prefix, String suffix) {
        var texts = new ArrayList<String>();
        for (Value item : list.items()) {
            switch (item) {
                case Txt(var text) -> texts.add(text);
                case Value.Nothing ignored -> {}
                default -> {
                    return Value.nothing();
                }
            }
        }
        return new Txt(prefix + String.join(delimiter, texts) + suffix);
    }

    static Value string(Value value) {
        return value.isNothing() ? value : new Txt(value instanceof Txt(var text) ? text : inside(value));
    }

    /** Texts within lists and contexts keep their quotes. */
    private static String inside(Value value) {
        return switch (value) {
            case Txt(var text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Items(var items) ->
                items.stream().map(TextFunctions::inside).toList().toString();
            case Value.Entries(var entries) ->
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + inside(entry.getValue()))
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}");
            case Value.Span span ->
                (span.lowIncluded() ? "[" : "(") + inside(span.low()) + ".." + inside(span.high())
                        + (span.highIncluded() ? "]" : ")");
            default -> value.plain();
        };
    }

    private static Value number(List<Value> arguments) {
        String grouping = separator(arguments.get(1));
        String decimal = separator(arguments.get(2));
        boolean known = List.of("", " ", ",", ".").contains(grouping)
                && List.of("", ",", ".").contains(decimal)
                && (grouping.isEmpty() || !grouping.equals(decimal));
        return known && Builtins.as(Txt.class, arguments.getFirst()).isPresent()
                ? number(
                        Builtins.as(Txt.class, arguments.getFirst())
                                .orElseThrow()
                                .text(),
                        grouping,
                        decimal)
                : Value.nothing();
    }

    private static String separator(Value value) {
        return switch (value) {
            case Txt(var text) -> text.isEmpty() ? "?" : text;
            case Value.Nothing ignored -> "";
            default -> "?";
        };
    }

    private static Value number(String text, String grouping, String decimal) {
        String plain = grouping.isEmpty() ? text : text.replace(grouping, "");
        plain = decimal.isEmpty() || decimal.equals(".")
                ? plain
                : plain.replace('.', '?').replace(decimal, ".");
        return plain.matches("-?(\\d{1,200}(\\.\\d{1,200})?|\\.\\d{1,200})([eE][+-]?\\d{1,4})?")
                ? new Num(Decimals.fitting(new BigDecimal(plain)))
                : Value.nothing();
    }
}
