package org.weimin.engine;

import java.util.List;

/**
 * 自测问卷: what a resident is asked, in plain words, who wants to know what help there may be; and what is taken for
 * granted instead of asked ({@code packs/_shared/self-check.yaml}).
 */
public record SelfCheck(List<Question> questions, List<Supposed> supposed) {
    static final String FILE = Packs.SHARED + "self-check.yaml";
    static final SelfCheck NONE = new SelfCheck(List.of(), List.of());

    /**
     * 问题: one question, answered by a fact of the dictionary.
     *
     * @param monthly asked by the month, where the fact is a total over the accounting window
     * @param events asked only where one of these has happened; always where there is none
     */
    public record Question(FactKind fact, Text ask, Text hint, boolean monthly, boolean required, List<String> events) {
        public boolean isFor(String event) {
            return events.isEmpty() || events.contains(event);
        }
    }

    /** 假定: what is taken for granted. */
    public record Supposed(FactKind fact, Object value) {}

    static SelfCheck read(String yaml, FactsDictionary dictionary) {
        Yaml file = Yaml.read(FILE, yaml);
        return new SelfCheck(
                file.children("questions").stream()
                        .map(question -> new Question(
                                fact(question, dictionary),
                                question.bilingual("ask"),
                                question.bilingualOrNone("hint"),
                                question.isTrue("monthly"),
                                question.isTrue("required"),
                                question.texts("events")))
                        .toList(),
                file.children("supposed").stream()
                        .map(line -> {
                            FactKind fact = fact(line, dictionary);
                            return new Supposed(fact, fact.parse(line.text("value")));
                        })
                        .toList());
    }

    private static FactKind fact(Yaml line, FactsDictionary dictionary) {
        return dictionary
                .find(line.text("fact"))
                .orElseThrow(() -> Faults.unknownName(line.where(), line.text("fact")));
    }
}
