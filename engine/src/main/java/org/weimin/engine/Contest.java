package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** 竞合: which claims stand when some of them cannot be given together. Who has given way defeats nobody. */
public final class Contest {
    private final Terms terms;
    private final List<Claim> claims;
    private final IdentityHashMap<Claim, Standing> settled = new IdentityHashMap<>();
    private final IdentityHashMap<Claim, List<Standing.Less>> less = new IdentityHashMap<>();
    private final IdentityHashMap<Claim, Money> left = new IdentityHashMap<>();

    /** A claim and what became of it; monthly is what is left. */
    public record Result(Claim claim, Standing standing, Money monthly) {}

    private Contest(Terms terms, List<Claim> claims) {
        this.terms = terms;
        this.claims = claims;
    }

    /** What becomes of each claim of one household, in their order. */
    public static List<Result> settle(Terms terms, List<Claim> claims) {
        var contest = new Contest(terms, claims);
        contest.settle();
        List<Claim> standing =
                claims.stream().filter(claim -> !contest.givesWay(claim)).toList();
        standing.forEach(claim -> contest.offset(claim, standing));
        terms.overlaps().caps().forEach(cap -> contest.cap(cap, standing));
        return claims.stream().map(contest::result).toList();
    }

    /** Whoever is beaten by nobody that is still in doubt stands or falls; so it goes on until none is in doubt. */
    private void settle() {
        var open = new ArrayList<>(claims);
        while (!open.isEmpty()) {
            List<Claim> ready = open.stream()
                    .filter(claim ->
                            open.stream().noneMatch(other -> beats(other, claim).isPresent()))
                    .toList();
            if (ready.isEmpty()) {
                throw new Refused(
                        "engine.no-fixed-point",
                        open.stream().map(Claim::matter).distinct().toList().toString());
            }
            ready.forEach(claim -> settled.put(claim, standing(claim)));
            open.removeAll(ready);
        }
    }

    private Standing standing(Claim claim) {
        for (Claim other : claims) {
            Optional<Overlap> rule = beats(other, claim);
            if (rule.isPresent() && !givesWay(other)) {
                return new Standing.GivesWay(other.matter(), rule.get());
            }
        }
        return new Standing.Stands();
    }

    private boolean givesWay(Claim claim) {
        return settled.get(claim) instanceof Standing.GivesWay;
    }

    private Optional<Overlap> beats(Claim winner, Claim loser) {
        return rule(winner, loser).filter(rule -> switch (rule) {
            case Overlap.Both ignored -> false;
            case Overlap.Offset ignored -> false;
            case Overlap.Excludes(var best, var because, var article) -> best.equals(winner.matter());
            case Overlap.Higher ignored -> isHigher(winner, loser);
        });
    }

    /** Of two equal amounts the one that comes first by its name stands, so that the answer is always the same. */
    private static boolean isHigher(Claim one, Claim other) {
        int order = one.share(other.persons()).compareTo(other.share(one.persons()));
        return order > 0
                || (order == 0 && one.matter().value().compareTo(other.matter().value()) < 0);
    }

    /** The rule between two claims that both give something to the same person. */
    private Optional<Overlap> rule(Claim one, Claim other) {
        return one.matter().equals(other.matter()) || Collections.disjoint(one.persons(), other.persons())
                ? Optional.empty()
                : terms.overlaps().between(one.matter(), other.matter());
    }

    /** What others pay the same persons comes off where the rule says so; nothing less than nothing is left. */
    private void offset(Claim claim, List<Claim> standing) {
        for (Claim other : standing) {
            rule(other, claim).ifPresent(rule -> {
                if (rule instanceof Overlap.Offset(var reduced, var because, var article)
                        && reduced.equals(claim.matter())) {
                    take(claim, List.of(other.matter()), other.share(claim.persons()), because, article);
                }
            });
        }
    }

    /** Two or more together come to no more than the limit: what is over comes off the last matter first. */
    private void cap(Cap cap, List<Claim> standing) {
        Map<String, List<Claim>> capped = new LinkedHashMap<>();
        for (MatterId matter : cap.of()) {
            standing.stream()
                    .filter(claim ->
                            claim.matter().equals(matter) && left(claim).isPositive())
                    .forEach(claim -> capped.computeIfAbsent(
                                    cap.perPerson() ? claim.person() : "", ignored -> new ArrayList<>())
                            .add(claim));
        }
        capped.values().stream()
                .filter(together -> together.size() > 1)
                .forEach(together -> cap(cap, together, together.reversed()));
    }

    private void cap(Cap cap, List<Claim> together, List<Claim> lastFirst) {
        List<Money> amounts = together.stream().map(this::left).toList();
        Money limit = terms.limit(cap, amounts).orElse(Money.sum(amounts.stream()));
        Money over = Money.sum(amounts.stream()).minus(limit);
        for (Claim claim : lastFirst) {
            Money off = Collections.max(List.of(Money.ZERO, Collections.min(List.of(over, left(claim)))));
            take(claim, others(together, claim), off, cap.because(), cap.article());
            over = over.minus(off);
        }
    }

    private static List<MatterId> others(List<Claim> together, Claim claim) {
        return together.stream()
                .map(Claim::matter)
                .filter(matter -> !matter.equals(claim.matter()))
                .distinct()
                .toList();
    }

    private void take(Claim claim, List<MatterId> beside, Money amount, Text because, String article) {
        Money off = Collections.min(List.of(left(claim), amount));
        if (off.isPositive()) {
            less.computeIfAbsent(claim, ignored -> new ArrayList<>())
                    .add(new Standing.Less(beside, off, because, article));
            left.put(claim, left(claim).minus(off));
        }
    }

    private Money left(Claim claim) {
        return left.computeIfAbsent(claim, Claim::monthly);
    }

    private Result result(Claim claim) {
        Standing standing = settled.getOrDefault(claim, new Standing.Stands());
        if (standing instanceof Standing.GivesWay) {
            return new Result(claim, standing, Money.ZERO);
        }
        return less.containsKey(claim)
                ? new Result(claim, new Standing.Reduced(less.getOrDefault(claim, List.of())), left(claim))
                : new Result(claim, standing, left(claim));
    }
}
