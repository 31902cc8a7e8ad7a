package org.weimin.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 办理次序: matters so ordered that one which gives a fact comes before those that read it. The order is the same
 * however the matters are handed over; matters that wait for one another are refused.
 */
public final class InOrder {
    private InOrder() {}

    private record Waiting(Pack pack, List<String> reads) {
        static Waiting of(Pack pack, LocalDate asOf) {
            return new Waiting(pack, FactsRead.of(pack.editionOn(asOf).rules(), pack.dictionary()));
        }

        boolean waitsFor(Waiting giver, Overlaps overlaps) {
            return giver.pack.matter().giving().facts().stream().anyMatch(reads::contains)
                    || overlaps.income(giver.pack.id(), pack.id())
                            .filter(IncomeRule::counts)
                            .isPresent();
        }
    }

    /** The matters that give something to people by rules of their own and are in force on the day. */
    public static List<Pack> of(Collection<Pack> packs, LocalDate asOf, Overlaps overlaps) {
        List<Waiting> waiting = packs.stream()
                .filter(pack -> isOfHouseholds(pack) && pack.isInForce(asOf))
                .sorted(Comparator.comparing(pack -> pack.id().value()))
                .map(pack -> Waiting.of(pack, asOf))
                .toList();
        var ordered = new ArrayList<Pack>();
        while (!waiting.isEmpty()) {
            List<Waiting> left = waiting;
            Map<Boolean, List<Waiting>> ready = left.stream()
                    .collect(Collectors.partitioningBy(
                            one -> left.stream().noneMatch(giver -> one.waitsFor(giver, overlaps))));
            if (ready.getOrDefault(true, List.of()).isEmpty()) {
                throw Faults.unsupported(ids(left), "matters that wait for one another");
            }
            ready.getOrDefault(true, List.of()).forEach(one -> ordered.add(one.pack()));
            waiting = ready.getOrDefault(false, List.of());
        }
        return ordered;
    }

    private static boolean isOfHouseholds(Pack pack) {
        return pack.matter().acts() == Pack.Acts.GRANT
                && pack.matter().unit() != Pack.Unit.ORGANISATION
                && pack.matter().isAid();
    }

    private static String ids(List<Waiting> waiting) {
        return waiting.stream().map(one -> one.pack().id()).toList().toString();
    }
}
