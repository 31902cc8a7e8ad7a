package org.weimin.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 受理窗口: how people find a matter and who takes it in: one plain sentence, the words they ask with, the events of life
 * that lead to it, whether everybody concerned must come in person, and the values that they ask for first.
 */
public record Window(
        Text about,
        List<String> asks,
        List<Also> also,
        List<String> events,
        Optional<Accept> accept,
        boolean inPerson,
        Optional<String> process,
        List<String> headline) {

    /** 受理: who takes it in; a matter of the system is taken in by nobody. */
    public enum Accept {
        TOWN,
        COUNTY,
        VILLAGE,
        AGENCY,
        ANY,
        SYSTEM
    }

    /** 同办事项: a further item of the catalogue that goes with the matter, and in one sentence how. */
    public record Also(String item, Text title, Text about, List<String> asks) {}

    /** Everything that people may say when they mean the matter or one of the items that go with it. */
    public List<String> words() {
        return Stream.concat(
                        asks.stream(),
                        also.stream()
                                .flatMap(each ->
                                        Stream.concat(Stream.of(each.title().zh()), each.asks().stream())))
                .toList();
    }

    static Window read(Yaml matter) {
        return new Window(
                matter.bilingualOrNone("about"),
                matter.texts("asks"),
                matter.children("also").stream()
                        .map(each -> new Also(
                                each.text("item"),
                                each.bilingual("title"),
                                each.bilingual("about"),
                                each.texts("asks")))
                        .toList(),
                matter.texts("events"),
                matter.has("accept") ? Optional.of(matter.choice("accept", Accept.class)) : Optional.empty(),
                matter.isTrue("inPerson"),
                matter.find("process"),
                matter.texts("headline"));
    }

    /** Whether people ask for it: somebody takes it in, and a process leads on from there. */
    public boolean isOpen() {
        return process.isPresent() && accept.filter(Accept.SYSTEM::equals).isEmpty();
    }

    /** A matter that people ask for says in plain words what it is and who takes it in. */
    void check(String where) {
        if (process.isPresent() && (about.zh().isBlank() || accept.isEmpty() || (isOpen() && asks.isEmpty()))) {
            throw Faults.syntax(where, "'about', 'accept' and 'asks' are needed beside 'process'");
        }
    }
}
