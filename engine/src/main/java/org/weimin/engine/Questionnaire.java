package org.weimin.engine;

import java.util.List;
import java.util.Optional;

/** 调查问卷: what officers ask and look at on a visit ({@code survey.yaml}). */
public record Questionnaire(List<Question> questions) {
    static final String FILE = "survey.yaml";
    static final Questionnaire NONE = new Questionnaire(List.of());

    /** One question; only a choice has options. */
    public record Question(
            String id, Text title, Kind kind, boolean required, List<Option> options, List<Pack.Unit> of) {
        public Optional<Text> option(String value) {
            return options.stream()
                    .filter(option -> option.id().equals(value))
                    .map(Option::title)
                    .findFirst();
        }
    }

    public record Option(String id, Text title) {}

    /** How it is answered. */
    public enum Kind {
        CHOICE,
        NUMBER,
        TEXT
    }

    /** What is asked where the matter is about one of those. */
    public Questionnaire of(Pack.Unit unit) {
        return new Questionnaire(questions.stream()
                .filter(question -> question.of().isEmpty() || question.of().contains(unit))
                .toList());
    }

    static Questionnaire read(String where, String yaml) {
        return new Questionnaire(Yaml.read(where, yaml).children("questions").stream()
                .map(Questionnaire::question)
                .toList());
    }

    private static Question question(Yaml yaml) {
        var kind = yaml.choice("kind", Kind.class);
        var options = yaml.children("options").stream()
                .map(option -> new Option(option.text("id"), option.bilingual("title")))
                .toList();
        if (options.isEmpty() == (kind == Kind.CHOICE)) {
            throw Faults.syntax(yaml.where(), "a choice has options, and only a choice");
        }
        return new Question(
                yaml.text("id"),
                yaml.bilingual("title"),
                kind,
                yaml.isTrue("required"),
                options,
                yaml.choices("of", Pack.Unit.class));
    }
}
