package org.weimin.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** 事实项: one fact that rules may ask for: what it means, of whom, of what type, and what its absence says. */
public record FactKind(
        String name,
        Text title,
        Of of,
        String type,
        String unit,
        int sensitivity,
        List<Choice> choices,
        Optional<BigDecimal> atLeast,
        Optional<Absence> absent,
        Text hint) {

    /** 主体: whose fact it is. Facts of a household or an organisation stand at the head of a case. */
    public enum Of {
        HOUSEHOLD,
        PERSON,
        ORGANISATION
    }

    public boolean ofMember() {
        return of == Of.PERSON;
    }

    /** One value of a closed list. */
    public record Choice(String value, Text title) {}

    /**
     * What it means that no record says anything. Only facts that a register lists by exception have it (no disability
     * card is no disability); all others are simply unknown.
     */
    public record Absence(String value, Text because) {}

    static FactKind read(Yaml yaml) {
        return new FactKind(
                yaml.text("name"),
                yaml.bilingual("title"),
                yaml.choice("subject", Of.class),
                yaml.text("type"),
                yaml.text("unit", ""),
                Integer.parseInt(yaml.text("class", "1")),
                yaml.children("values").stream()
                        .map(choice -> new Choice(choice.text("value"), choice.bilingual("title")))
                        .toList(),
                yaml.find("atLeast").map(BigDecimal::new),
                yaml.has("absent") ? Optional.of(absence(yaml.child("absent"))) : Optional.empty(),
                yaml.bilingualOrNone("hint"));
    }

    private static Absence absence(Yaml yaml) {
        return new Absence(yaml.text("value"), yaml.bilingual("because"));
    }

    public Type feelType() {
        return Type.named(type);
    }

    /** The value of a text, by this fact's type; a value outside the type or the closed list is refused. */
    public Object parse(String text) {
        try {
            return check(
                    switch (type) {
                        case "money", "number" -> new BigDecimal(text.strip());
                        case "boolean" -> truth(text.strip());
                        case "date" -> LocalDate.parse(text.strip());
                        default -> text.strip();
                    });
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw Faults.type(name, text);
        }
    }

    /** Passes a value that this fact may have, and refuses any other. */
    public Object check(Object value) {
        boolean fits = switch (value) {
            case BigDecimal number ->
                feelType().isNumeric()
                        && atLeast.map(least -> number.compareTo(least) >= 0).orElse(true);
            case Boolean ignored -> type.equals("boolean");
            case LocalDate ignored -> type.equals("date");
            case String text ->
                type.equals("text")
                        && (choices.isEmpty()
                                || choices.stream()
                                        .anyMatch(choice -> choice.value().equals(text)));
            default -> false;
        };
        if (!fits) {
            throw Faults.type(name, String.valueOf(value));
        }
        return value;
    }

    /** Amounts with their two decimals, so that every sum prints alike. */
    Object inFen(Object value) {
        return value instanceof BigDecimal amount && type.equals("money") && amount.scale() < 2
                ? amount.setScale(2)
                : value;
    }

    /** How a person reads the value. */
    public Text show(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? new Text("是", "yes") : new Text("否", "no");
            case BigDecimal number -> Text.same(Numbers.plain(number, feelType()) + (unit.isEmpty() ? "" : " " + unit));
            case String text ->
                choices.stream()
                        .filter(choice -> choice.value().equals(text))
                        .map(Choice::title)
                        .findFirst()
                        .orElse(Text.same(text));
            default -> Text.same(String.valueOf(value));
        };
    }

    private Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Faults.type(name, text);
        };
    }
}
