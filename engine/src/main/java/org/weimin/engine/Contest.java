package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weimin.engine.AllAtOnce.Item;
import org.weimin.engine.AllAtOnce.Standing;
import org.weimin.engine.Determination.Outcome;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** 竞合: which answers stand when some of them cannot be given together. Who has given way defeats nobody. */
final class Contest {
    private final Overlaps overlaps;
    private final List<Determination> answers;
    private final IdentityHashMap<Determination, Standing> settled = new IdentityHashMap<>();

    Contest(Overlaps overlaps, List<Determination> answers) {
        this.overlaps = overlaps;
        this.answers = answers;
    }

    List<Item> items() {
        settle();
        return answers.stream().map(this::item).toList();
    }

    /** Whoever is beaten by nobody that is still in doubt stands or falls; so it goes on until none is in doubt. */
    private void settle() {
        var open = new ArrayList<>(answers);
        while (!open.isEmpty()) {
            List<Determination> ready = open.stream()
                    .filter(answer -> open.stream()
                            .noneMatch(other -> beats(other, answer).isPresent()))
                    .toList();
            if (ready.isEmpty()) {
                throw new Refused("engine.no-fixed-point", names(open));
            }
            ready.forEach(answer -> settled.put(answer, standing(answer)));
            open.removeAll(ready);
        }
    }

    private static String names(List<Determination> open) {
        return open.stream().map(Determination::matter).distinct().toList().toString();
    }

    private Standing standing(Determination answer) {
        for (Determination other : answers) {
            Optional<Overlap> rule = beats(other, answer);
            if (rule.isPresent() && !(settled.get(other) instanceof Standing.GivesWay)) {
                return new Standing.GivesWay(other.matter(), rule.get());
            }
        }
        return new Standing.Stands();
    }

    private Item item(Determination answer) {
        Standing standing = settled.getOrDefault(answer, new Standing.Stands());
        if (standing instanceof Standing.GivesWay) {
            return new Item(answer, standing, Money.ZERO);
        }
        Money own = monthly(answer);
        List<Standing.Reduced> reductions = answers.stream()
                .filter(other -> !(settled.get(other) instanceof Standing.GivesWay))
                .flatMap(other -> reduction(answer, other).stream())
                .toList();
        if (reductions.isEmpty()) {
            return new Item(answer, standing, own);
        }
        Money off = Collections.min(List.of(own, Money.sum(reductions.stream().map(Standing.Reduced::off))));
        Standing.Reduced first = reductions.getFirst();
        return new Item(answer, new Standing.Reduced(first.by(), off, first.rule()), own.minus(off));
    }

    private Optional<Standing.Reduced> reduction(Determination answer, Determination other) {
        return rule(other, answer)
                .filter(rule -> rule instanceof Overlap.Offset(var reduced, var because, var article)
                        && reduced.equals(answer.matter()))
                .map(rule -> new Standing.Reduced(other.matter(), share(other, answer), rule));
    }

    private Optional<Overlap> beats(Determination winner, Determination loser) {
        return rule(winner, loser).filter(rule -> switch (rule) {
            case Overlap.Both ignored -> false;
            case Overlap.Offset ignored -> false;
            case Overlap.Excludes(var best, var because, var article) -> best.equals(winner.matter());
            case Overlap.Higher ignored -> isHigher(winner, loser);
        });
    }

    /** Of two equal amounts the one that comes first by its name stands, so that the answer is always the same. */
    private static boolean isHigher(Determination one, Determination other) {
        int order = share(one, other).compareTo(share(other, one));
        return order > 0
                || (order == 0 && one.matter().value().compareTo(other.matter().value()) < 0);
    }

    /** The rule between two answers that both give something to the same person. */
    private Optional<Overlap> rule(Determination one, Determination other) {
        if (one.matter().equals(other.matter())) {
            return Optional.empty();
        }
        return Collections.disjoint(AllAtOnce.persons(one), AllAtOnce.persons(other))
                ? Optional.empty()
                : overlaps.between(one.matter(), other.matter());
    }

    /** What the persons whom both are for have of it a month: of a household's money each has an equal part. */
    private static Money share(Determination given, Determination beside) {
        Set<String> shared = AllAtOnce.persons(beside);
        return given.outcome() instanceof Outcome.Entitled(var grants)
                ? Money.sum(grants.stream().map(grant -> share(grant, shared)))
                : Money.ZERO;
    }

    private static Money share(Grant grant, Set<String> persons) {
        if (!(grant instanceof Grant.Monthly(var amount, var basis, var of)) || of.isEmpty()) {
            return Money.ZERO;
        }
        long shared = of.stream().filter(persons::contains).count();
        return new Money(amount.fen() * shared / of.size());
    }

    private static Money monthly(Determination answer) {
        return answer.outcome() instanceof Outcome.Entitled entitled ? entitled.monthly() : Money.ZERO;
    }
}
