package org.weimin.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.weimin.engine.EventKind.Detail;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 演示事件: what lately happened to people of the demo county; {@code demo/events.yaml}. */
record Happenings(List<Line> lines) {
    private static final String FILE = "/demo/events.yaml";

    /** The same thing, happening to several people; each as the file says it, empty where it does not. */
    record Line(Map<String, String> words, Map<Detail, String> details) {
        String kind() {
            return word("kind");
        }

        String source() {
            return word("source");
        }

        /** The masked number of somebody who is in no register; empty where the county's own people are meant. */
        String nobody() {
            return word("nobody");
        }

        String other() {
            return word("other");
        }

        boolean receives() {
            return word("receives").equals("true");
        }

        boolean married() {
            return word("married").equals("true");
        }

        int times() {
            return Integer.parseInt(word("times"));
        }

        int daysAgo() {
            return Integer.parseInt(word("daysAgo"));
        }

        int late() {
            return Integer.parseInt(word("late"));
        }

        int fromAge() {
            return Integer.parseInt(word("ages").split("-")[0]);
        }

        int toAge() {
            return Integer.parseInt(word("ages").split("-")[1]);
        }

        private String word(String name) {
            return words.getOrDefault(name, "");
        }
    }

    static Happenings read() {
        try (InputStream in = Happenings.class.getResourceAsStream(FILE)) {
            Map<String, List<Map<String, Object>>> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Happenings(Objects.requireNonNull(whole.get("events")).stream()
                    .map(Happenings::line)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(Map<String, Object> row) {
        var words = new java.util.LinkedHashMap<String, String>();
        var details = new EnumMap<Detail, String>(Detail.class);
        row.forEach((name, value) -> {
            if (value instanceof Map<?, ?> given) {
                given.forEach((detail, text) ->
                        details.put(Detail.valueOf(detail.toString().toUpperCase(Locale.ROOT)), text.toString()));
            } else {
                words.put(name, value.toString());
            }
        });
        return new Line(words, details);
    }
}
