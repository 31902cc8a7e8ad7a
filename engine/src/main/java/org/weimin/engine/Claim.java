package org.weimin.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** 主张: what one matter would give, and to whom; the person who was judged, or nobody for the household. */
public record Claim(MatterId matter, String person, List<Grant> grants, Set<String> persons) {
    public static Claim of(MatterId matter, String person, List<Grant> grants) {
        return new Claim(
                matter,
                person,
                grants,
                grants.stream()
                        .flatMap(grant -> grant.persons().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The claim of an answer; one that gives nothing is for nobody. */
    static Claim of(Determination answer) {
        return of(
                answer.matter(),
                answer.question().person(),
                answer.outcome() instanceof Outcome.Entitled(var grants) ? grants : List.of());
    }

    public Money monthly() {
        return Money.sum(grants.stream()
                .map(grant -> grant instanceof Grant.Monthly monthly ? monthly.amount() : Money.ZERO));
    }

    /** What these persons have of it a month: of a household's money each has an equal part. */
    public Money share(Set<String> some) {
        return Money.sum(grants.stream().map(grant -> share(grant, some)));
    }

    private static Money share(Grant grant, Set<String> some) {
        if (!(grant instanceof Grant.Monthly(var amount, var basis, var of)) || of.isEmpty()) {
            return Money.ZERO;
        }
        long shared = of.stream().filter(some::contains).count();
        return new Money(amount.fen() * shared / of.size());
    }
}
