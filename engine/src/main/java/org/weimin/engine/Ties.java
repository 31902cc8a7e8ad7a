package org.weimin.engine;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weimin.kernel.MatterId;

/** 事项关联: which matters bear on the answers of which others, by a fact, by income that counts or by an overlap. */
public final class Ties {
    private final Map<MatterId, Set<MatterId>> bearsOn = new HashMap<>();
    private final Map<MatterId, Set<MatterId>> dependsOn = new HashMap<>();

    private Ties() {}

    /** The ties between the matters that are in force on the day. */
    public static Ties of(Collection<Pack> packs, LocalDate asOf, Overlaps overlaps) {
        var ties = new Ties();
        List<Pack> ordered = InOrder.of(packs, asOf, overlaps);
        for (Pack reader : ordered) {
            List<String> reads = FactsRead.of(reader.editionOn(asOf).rules(), reader.dictionary());
            for (Pack giver : ordered) {
                boolean seen = giver.matter().giving().facts().stream().anyMatch(reads::contains)
                        || overlaps.income(giver.id(), reader.id())
                                .filter(IncomeRule::counts)
                                .isPresent()
                        || overlaps.compete(giver.id(), reader.id());
                if (seen) {
                    ties.bearsOn
                            .computeIfAbsent(giver.id(), ignored -> new LinkedHashSet<>())
                            .add(reader.id());
                    ties.dependsOn
                            .computeIfAbsent(reader.id(), ignored -> new LinkedHashSet<>())
                            .add(giver.id());
                }
            }
        }
        return ties;
    }

    /** These matters and all whose answers may be others because of them. */
    public Set<MatterId> withThoseAfter(Collection<MatterId> matters) {
        return closure(matters, bearsOn);
    }

    /** These matters and all that have to be asked to answer them. */
    public Set<MatterId> withThoseBefore(Collection<MatterId> matters) {
        return closure(matters, dependsOn);
    }

    private static Set<MatterId> closure(Collection<MatterId> matters, Map<MatterId, Set<MatterId>> ties) {
        var found = new HashSet<>(matters);
        var next = new ArrayDeque<>(matters);
        while (!next.isEmpty()) {
            for (MatterId tied : ties.getOrDefault(next.remove(), Set.of())) {
                if (found.add(tied)) {
                    next.add(tied);
                }
            }
        }
        return found;
    }
}
