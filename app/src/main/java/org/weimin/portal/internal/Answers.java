package org.weimin.portal.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.weimin.engine.Fact;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactSheet;
import org.weimin.engine.SelfCheck;
import org.weimin.engine.SelfCheck.Question;
import org.weimin.kernel.Refused;

/**
 * 自测答卷: what somebody told of a household that nobody knows. Lives as long as the request; the first person is the one
 * to whom the others are related.
 */
public record Answers(SelfCheck form, String event, int people, Map<String, String> typed) {
    public static final int MOST_PEOPLE = 8;
    private static final Pattern FIGURE = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");
    private static final String RELATION = "relation";
    private static final String SOURCE = "DECLARED";

    public Answers {
        typed = Map.copyOf(typed);
        people = Math.clamp(people, 1, MOST_PEOPLE);
    }

    /** What is asked of the person at this place, from 1; the first one is not related to himself. */
    public List<Question> ofPerson(int place) {
        return asked(question -> question.fact().ofMember()
                && (place > 1 || !question.fact().name().equals(RELATION)));
    }

    public List<Question> ofHousehold() {
        return asked(question -> !question.fact().ofMember());
    }

    private List<Question> asked(Predicate<Question> which) {
        return form.questions().stream()
                .filter(question -> question.isFor(event))
                .filter(which)
                .toList();
    }

    /** The name of the box; 0 is the household. */
    public static String key(int place, FactKind fact) {
        return (place == 0 ? "h" : "p" + place) + "." + fact.name();
    }

    public String typed(int place, FactKind fact) {
        return typed.getOrDefault(key(place, fact), "").strip();
    }

    /** Text keys of what is wrong, by box. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        for (int place = 0; place <= people; place++) {
            for (Question question : place == 0 ? ofHousehold() : ofPerson(place)) {
                String fault = fault(question, typed(place, question.fact()));
                if (!fault.isEmpty()) {
                    faults.put(key(place, question.fact()), fault);
                }
            }
        }
        return faults;
    }

    private static String fault(Question question, String typed) {
        if (typed.isEmpty()) {
            return question.required() ? "portal.check.required" : "";
        }
        boolean figure = question.fact().feelType().isNumeric();
        if (figure && !FIGURE.matcher(typed).matches()) {
            return "portal.check.figure";
        }
        try {
            question.fact().parse(typed);
            return "";
        } catch (Refused wrong) {
            return "portal.check.wrong";
        }
    }

    /** The answers in the words of the dictionary; call it only where there is no fault. */
    public FactSheet sheet(int months, IntFunction<String> names) {
        var members = new ArrayList<List<Fact>>();
        for (int place = 1; place <= people; place++) {
            var known = new ArrayList<Fact>();
            known.add(new Fact("person", "p" + place, SOURCE, ""));
            known.add(new Fact("name", names.apply(place), SOURCE, ""));
            if (place == 1) {
                known.add(new Fact(RELATION, "HEAD", SOURCE, ""));
            }
            known.addAll(facts(place, ofPerson(place), months));
            known.addAll(supposed(FactKind::ofMember, place));
            members.add(known);
        }
        List<Fact> household = Stream.concat(
                        facts(0, ofHousehold(), months).stream(), supposed(kind -> !kind.ofMember(), 0).stream())
                .toList();
        return new FactSheet(household, members);
    }

    private List<Fact> facts(int place, List<Question> questions, int months) {
        return questions.stream()
                .filter(question -> !typed(place, question.fact()).isEmpty())
                .map(question -> new Fact(
                        question.fact().name(), value(question, typed(place, question.fact()), months), SOURCE, ""))
                .toList();
    }

    private static Object value(Question question, String typed, int months) {
        Object value = question.fact().parse(typed);
        return question.monthly() && value instanceof BigDecimal amount
                ? amount.multiply(BigDecimal.valueOf(months))
                : value;
    }

    /** What is taken for granted, unless it was answered otherwise. */
    private List<Fact> supposed(Predicate<FactKind> which, int place) {
        return form.supposed().stream()
                .filter(line -> which.test(line.fact()))
                .filter(line -> typed(place, line.fact()).isEmpty())
                .map(line -> new Fact(line.fact().name(), line.value(), "SUPPOSED", ""))
                .toList();
    }
}
