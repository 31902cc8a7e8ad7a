package org.weimin.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a fact within an expression, or within what it calls and asks for, that a case may not know. */
final class Unsure {
    private final Vocabulary vocabulary;
    private final Map<String, DmnReader.Draft> drafts;
    private final Set<String> seen = new HashSet<>();

    Unsure(Vocabulary vocabulary, Map<String, DmnReader.Draft> drafts) {
        this.vocabulary = vocabulary;
        this.drafts = drafts;
    }

    Optional<String> in(Expr expression) {
        Optional<String> own = switch (expression) {
            case Expr.Field(var of, var fact) -> named(fact);
            case Expr.Name(var name) -> named(name);
            case Expr.Call(var function, var arguments) -> within(function);
            default -> Optional.empty();
        };
        return own.or(() -> first(expression.parts().stream()));
    }

    private Optional<String> named(String name) {
        boolean unsure = vocabulary
                .dictionary()
                .find(name)
                .filter(fact -> fact.absent().isEmpty())
                .isPresent();
        return unsure ? Optional.of(name) : within(name);
    }

    private Optional<String> within(String decision) {
        DmnReader.Draft draft = drafts.get(decision);
        return draft == null || !seen.add(decision)
                ? Optional.empty()
                : first(draft.logic().parts());
    }

    private Optional<String> first(Stream<Expr> expressions) {
        return expressions.map(this::in).flatMap(Optional::stream).findFirst();
    }
}
