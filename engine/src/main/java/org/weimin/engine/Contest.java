package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
        for (Determination other : answers) {
            Optional<Overlap> rule = rule(other, answer)
                    .filter(found -> found instanceof Overlap.Offset(var reduced, var because, var article)
                            && reduced.equals(answer.matter()));
            if (rule.isPresent() && !(settled.get(other) instanceof Standing.GivesWay)) {
                Money off = Collections.min(List.of(own, monthly(other)));
                return new Item(answer, new Standing.Reduced(other.matter(), off, rule.get()), own.minus(off));
            }
        }
        return new Item(answer, standing, own);
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
        int order = monthly(one).compareTo(monthly(other));
        return order > 0
                || (order == 0 && one.matter().value().compareTo(other.matter().value()) < 0);
    }

    /** The rule between two answers that both give something to the same person. */
    private Optional<Overlap> rule(Determination one, Determination other) {
        if (one.matter().equals(other.matter())) {
            return Optional.empty();
        }
        Set<String> shared = new HashSet<>(AllAtOnce.persons(one));
        shared.retainAll(AllAtOnce.persons(other));
        return shared.isEmpty() ? Optional.empty() : overlaps.between(one.matter(), other.matter());
    }

    private static Money monthly(Determination answer) {
        return answer.outcome() instanceof Outcome.Entitled entitled ? entitled.monthly() : Money.ZERO;
    }
}
