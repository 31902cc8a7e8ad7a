package org.weimin.engine;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping with its place, so that what is missing or malformed can be named with its line. Every scalar is text
 * until someone asks for more: YAML's own guesses would make a float of an amount.
 */
record Yaml(String where, Map<String, Object> values) {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final Pattern FILE = Pattern.compile("^(\\S+\\.yaml)(:\\d+)?");

    /** What a mapping holds, and the line on which it begins. */
    private static final class Mapping extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;
        private final int line;

        private Mapping(int line) {
            this.line = line;
        }
    }

    static Yaml read(String where, String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            @Nullable Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
            return of(where, root == null ? null : content(where, root));
        } catch (YAMLException malformed) {
            throw Faults.syntax(where, String.valueOf(malformed.getMessage()));
        }
    }

    private static Object content(String where, Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(where, mapping);
            case SequenceNode list -> {
                var items = new ArrayList<Object>();
                list.getValue().forEach(item -> items.add(content(where, item)));
                yield items;
            }
            case ScalarNode scalar -> scalar.getValue();
            default -> throw Faults.unsupported(at(where, line(node)), String.valueOf(node.getTag()));
        };
    }

    private static Mapping mapping(String where, MappingNode node) {
        var values = new Mapping(line(node));
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw Faults.syntax(at(where, line(entry.getKeyNode())), "a key has to be a word");
            }
            if (values.put(key.getValue(), content(where, entry.getValueNode())) != null) {
                throw Faults.syntax(at(where, line(key)), key.getValue() + " is there twice");
            }
        }
        return values;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The place with another line of the same file. */
    private static String at(String where, int line) {
        return FILE.matcher(where).replaceFirst("$1:" + line);
    }

    private static Yaml of(String where, @Nullable Object node) {
        return switch (node) {
            case Mapping values -> new Yaml(at(where, values.line), values);
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> values.put(String.valueOf(key), value));
                yield new Yaml(where, values);
            }
            case null, default -> throw Faults.syntax(where, "a mapping is expected here");
        };
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return find(key).orElseThrow(() -> missing(key));
    }

    String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    Optional<String> find(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw Faults.syntax(where, key + ": a single value is expected");
    }

    boolean isTrue(String key) {
        return switch (text(key, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Faults.syntax(where, key + ": true or false is expected");
        };
    }

    /** One of a closed list of words, written in small letters with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> choices) {
        return chosen(key, text(key), choices);
    }

    /** Several of a closed list of words; none where nothing is written. */
    <E extends Enum<E>> List<E> choices(String key, Class<E> choices) {
        return texts(key).stream().map(word -> chosen(key, word, choices)).toList();
    }

    private <E extends Enum<E>> E chosen(String key, String word, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice ->
                        choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> Faults.unsupported(where + " " + key, word));
    }

    /** A whole number from nought on. */
    int amount(String key) {
        return text(key).equals("0") ? 0 : count(key);
    }

    /** A whole number from one on. */
    int count(String key) {
        String text = text(key);
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw Faults.syntax(where, key + ": " + text);
        }
        return Integer.parseInt(text);
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate::parse).orElseThrow(() -> missing(key));
    }

    Optional<LocalDate> findDate(String key) {
        return parsed(key, LocalDate::parse);
    }

    /** The division of that code, or the whole country. */
    DivisionCode place() {
        return parsed("place", DivisionCode::new).orElse(DivisionCode.COUNTRY);
    }

    /** A text in two languages: {@code { zh: …, en: … }}. */
    Text bilingual(String key) {
        Yaml both = child(key);
        return new Text(both.text("zh"), both.text("en"));
    }

    Text bilingualOrNone(String key) {
        return has(key) ? bilingual(key) : Text.NONE;
    }

    Yaml child(String key) {
        return of(where + " " + key, values.get(key));
    }

    Yaml childOrEmpty(String key) {
        return has(key) ? child(key) : new Yaml(where + " " + key, Map.of());
    }

    List<Yaml> children(String key) {
        List<?> items = items(key);
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> of(where + " " + key + "[" + (i + 1) + "]", items.get(i)))
                .toList();
    }

    List<String> texts(String key) {
        return items(key).stream().map(String::valueOf).toList();
    }

    private List<?> items(String key) {
        Object value = values.get(key);
        if (value == null || value.equals("")) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw Faults.syntax(where, key + ": a list is expected");
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return find(key).map(text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeParseException | IllegalArgumentException malformed) {
                throw Faults.syntax(where, key + ": " + text);
            }
        });
    }

    private Refused missing(String key) {
        return Faults.syntax(where, "'" + key + "' is missing");
    }
}
