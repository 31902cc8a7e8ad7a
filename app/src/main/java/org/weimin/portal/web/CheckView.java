package org.weimin.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weimin.divisions.Division;
import org.weimin.engine.FactKind;
import org.weimin.engine.LifeEvent;
import org.weimin.engine.SelfCheck.Question;
import org.weimin.engine.Text;
import org.weimin.policy.Catalogue;
import org.weimin.portal.internal.Answers;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** What the questions of a self-check print. */
public record CheckView(String event, String street, int people, List<Block> blocks, boolean faulty) {
    /** The questions about one person, or about the household. */
    public record Block(String title, List<Box> boxes) {}

    /** {@code kind}: choice, date or figure. */
    public record Box(
            String key,
            String label,
            String hint,
            String kind,
            List<Option> options,
            String value,
            boolean required,
            String error) {}

    /** Before the questions: how many live together, where, and what has happened. */
    public record Start(String event, List<Option> events, List<Option> streets, List<Option> people) {
        static Start of(String event, List<Catalogue.Group<LifeEvent>> events, List<Division> streets) {
            return new Start(
                    event,
                    events.stream()
                            .flatMap(group -> group.items().stream())
                            .map(each -> new Option(each.code(), in(each.title())))
                            .toList(),
                    streets.stream()
                            .map(street -> new Option(street.code().value(), street.name()))
                            .toList(),
                    IntStream.rangeClosed(1, Answers.MOST_PEOPLE)
                            .mapToObj(count -> new Option("" + count, Texts.t("portal.check.people.count", count)))
                            .toList());
        }
    }

    static CheckView of(Answers answers, String street, Map<String, String> faults) {
        var blocks = new ArrayList<Block>();
        for (int place = 1; place <= answers.people(); place++) {
            blocks.add(block(person(place), place, answers.ofPerson(place), answers, faults));
        }
        blocks.add(block(Texts.t("portal.check.household"), 0, answers.ofHousehold(), answers, faults));
        return new CheckView(answers.event(), street, answers.people(), blocks, !faults.isEmpty());
    }

    static String person(int place) {
        return place == 1 ? Texts.t("portal.check.yourself") : Texts.t("portal.check.person", place);
    }

    private static Block block(
            String title, int place, List<Question> questions, Answers answers, Map<String, String> faults) {
        return new Block(
                title,
                questions.stream()
                        .map(question -> box(place, question, answers, faults))
                        .toList());
    }

    private static Box box(int place, Question question, Answers answers, Map<String, String> faults) {
        String key = Answers.key(place, question.fact());
        String fault = faults.getOrDefault(key, "");
        return new Box(
                key,
                in(question.ask()),
                in(question.hint()),
                kind(question.fact()),
                options(question.fact()),
                answers.typed(place, question.fact()),
                question.required(),
                fault.isEmpty() ? "" : Texts.t(fault));
    }

    private static String kind(FactKind fact) {
        if (fact.type().equals("date")) {
            return "date";
        }
        return fact.feelType().isNumeric() ? "figure" : "choice";
    }

    private static List<Option> options(FactKind fact) {
        return fact.type().equals("boolean")
                ? List.of(new Option("true", Texts.t("shell.yes")), new Option("false", Texts.t("shell.no")))
                : fact.choices().stream()
                        .map(choice -> new Option(choice.value(), in(choice.title())))
                        .toList();
    }

    static String in(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
