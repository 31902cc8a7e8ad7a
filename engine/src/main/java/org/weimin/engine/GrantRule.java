package org.weimin.engine;

import java.util.stream.Stream;

/**
 * 给付规则: which decisions of the rules an entitled outcome takes its grant from. Each of them names a decision, and
 * is empty where the grant has no such side: no {@code when} is always, no {@code members} is everybody who was judged.
 */
public record GrantRule(
        Kind kind,
        String code,
        Text title,
        String amount,
        String basis,
        String members,
        String validMonths,
        String when) {

    /** What is given. */
    public enum Kind {
        MONTHLY,
        ONE_OFF,
        IDENTITY,
        SERVICE,
        DOCUMENT
    }

    static GrantRule read(Yaml yaml) {
        return new GrantRule(
                yaml.choice("kind", Kind.class),
                yaml.text("code", ""),
                yaml.bilingualOrNone("title"),
                yaml.text("amount", ""),
                yaml.text("basis", ""),
                yaml.text("members", ""),
                yaml.text("validMonths", ""),
                yaml.text("when", ""));
    }

    /** Every decision the grant asks for, with the type it must have. */
    Stream<Rules.Parameter> asks() {
        return Stream.of(
                        new Rules.Parameter(amount, Type.MONEY),
                        new Rules.Parameter(basis, Type.TEXT),
                        new Rules.Parameter(members, Type.MEMBERS),
                        new Rules.Parameter(validMonths, Type.NUMBER),
                        new Rules.Parameter(when, Type.BOOLEAN))
                .filter(asked -> !asked.name().isEmpty());
    }

    /** Refuses a grant that misses what its kind needs, or names something of another type. */
    void check(String where, Rules rules, Vocabulary vocabulary) {
        boolean paid = kind == Kind.MONTHLY || kind == Kind.ONE_OFF;
        if (paid ? amount.isEmpty() : code.isEmpty()) {
            throw Faults.syntax(where, "a grant without " + (paid ? "amount" : "code"));
        }
        asks().forEach(asked -> {
            Rules.Decision decision = rules.decisions().get(asked.name());
            Type type = decision == null ? vocabulary.inputType(where, asked.name()) : decision.type();
            if (!type.fits(asked.type())) {
                throw Faults.type(where, asked.name() + ": " + type + " instead of " + asked.type());
            }
        });
    }
}
