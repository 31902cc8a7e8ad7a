package org.weimin.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 测算结果: an answer with its reasons, enough to print for the resident and to recompute unchanged in ten years. */
public record Determination(
        Question question,
        Outcome outcome,
        List<Checked> conditions,
        List<FactUsed> facts,
        List<RuleFired> rules,
        List<Step> arithmetic,
        List<ParameterUsed> parameters) {
    public Determination {
        conditions = List.copyOf(conditions);
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        arithmetic = List.copyOf(arithmetic);
        parameters = List.copyOf(parameters);
    }

    /** 所问: which matter by which version of its rules, where, on which day, and of whom (empty: the household). */
    public record Question(MatterId matter, String packVersion, DivisionCode place, LocalDate asOf, String person) {}

    public MatterId matter() {
        return question.matter();
    }

    public String packVersion() {
        return question.packVersion();
    }

    public DivisionCode place() {
        return question.place();
    }

    public LocalDate asOf() {
        return question.asOf();
    }

    /** 结论: yes with grants, no with a reason, or a question. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Entitled.class, name = "entitled"),
        @JsonSubTypes.Type(value = Outcome.NotEntitled.class, name = "not-entitled"),
        @JsonSubTypes.Type(value = Outcome.CannotTell.class, name = "cannot-tell")
    })
    public sealed interface Outcome {
        record Entitled(List<Grant> grants) implements Outcome {
            public Entitled {
                grants = List.copyOf(grants);
            }

            /** All monthly grants together. */
            public Money monthly() {
                return Money.sum(grants.stream()
                        .map(grant -> grant instanceof Grant.Monthly monthly ? monthly.amount() : Money.ZERO));
            }

            /** All amounts together that are paid once. */
            public Money oneOff() {
                return Money.sum(grants.stream()
                        .map(grant -> grant instanceof Grant.OneOff oneOff ? oneOff.amount() : Money.ZERO));
            }
        }

        record NotEntitled(String reasonCode) implements Outcome {}

        /** Not a no: the rules need facts we do not have yet. */
        record CannotTell(List<String> missingFacts) implements Outcome {
            public CannotTell {
                missingFacts = List.copyOf(missingFacts);
            }
        }
    }

    /** The member that a line is about; a line about the whole household names nobody. */
    public record Who(String id, String name) {
        public static final Who HOUSEHOLD = new Who("", "");
    }

    /** One input, where it came from, and the evidence behind it. A missing one is listed with an empty value. */
    public record FactUsed(String name, Text label, Who who, String value, Text shown, String source, String evidence) {
        public boolean isMissing() {
            return value.isEmpty();
        }
    }

    /** One row of one decision table, with the article that wrote it. */
    public record RuleFired(Text table, String row, Text meaning, Who who, String article) {}

    /** One line of the sum, with the figures it was worked out from. */
    public record Step(Text label, Who who, String working, Money result, String article) {}

    /** A value that the place or the law sets. */
    public record ParameterUsed(String name, Text title, String unit, ResolvedValue value) {}

    /** A condition beside the case's own figure. */
    public record Checked(
            String id,
            Text title,
            Met met,
            String value,
            String limit,
            List<String> parameters,
            String refusal,
            Text refusalText,
            String article,
            Text hint) {}

    /** Whether a condition holds; unknown while facts are missing. */
    public enum Met {
        YES,
        NO,
        UNKNOWN
    }

    /** The conditions that do not hold: each carries in its hint what would have to change. */
    public List<Checked> whatWouldChangeIt() {
        return conditions.stream().filter(checked -> checked.met() == Met.NO).toList();
    }

    public List<FactUsed> missing() {
        return facts.stream().filter(FactUsed::isMissing).toList();
    }
}
