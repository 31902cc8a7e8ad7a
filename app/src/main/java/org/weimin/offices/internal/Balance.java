package org.weimin.offices.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weimin.offices.Village;

/** 均衡: what would be most even. Exact in both questions, and the same answer for the same question. */
public final class Balance {
    private Balance() {}

    /**
     * Villages in a row go to so many people, each to a stretch of neighbours, so that the heaviest stretch is as light
     * as it can be. Each stretch goes to whoever has most of it already.
     */
    public static Map<Village, UUID> villages(List<Village> row, List<UUID> people) {
        var shares = new LinkedHashMap<Village, UUID>();
        if (people.isEmpty()) {
            return shares;
        }
        var free = new ArrayList<>(people);
        var stretches = new ArrayList<>(stretches(row, Math.min(people.size(), row.size())));
        while (!stretches.isEmpty()) {
            Fit best = stretches.stream()
                    .flatMap(stretch -> free.stream().map(person -> new Fit(stretch, person, kept(stretch, person))))
                    .max(Comparator.comparing(Fit::kept))
                    .orElseThrow();
            best.stretch().forEach(village -> shares.put(village, best.person()));
            stretches.remove(best.stretch());
            free.remove(best.person());
        }
        return shares;
    }

    private record Fit(List<Village> stretch, UUID person, BigDecimal kept) {}

    private static BigDecimal kept(List<Village> stretch, UUID person) {
        return stretch.stream()
                .filter(village -> village.member().equals(Optional.of(person)))
                .map(village -> village.load().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The best last cut for every beginning and every number of stretches: a table, filled from the left. */
    private static List<List<Village>> stretches(List<Village> row, int many) {
        long[] upTo = new long[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            upTo[i + 1] = upTo[i] + row.get(i).load().points().movePointRight(2).longValue();
        }
        long[][] heaviest = new long[many + 1][row.size() + 1];
        int[][] cut = new int[many + 1][row.size() + 1];
        Arrays.stream(heaviest).forEach(line -> Arrays.fill(line, Long.MAX_VALUE));
        heaviest[0][0] = 0;
        for (int k = 1; k <= many; k++) {
            for (int end = k; end <= row.size(); end++) {
                for (int from = k - 1; from < end; from++) {
                    long worst = Math.max(heaviest[k - 1][from], upTo[end] - upTo[from]);
                    if (worst < heaviest[k][end]) {
                        heaviest[k][end] = worst;
                        cut[k][end] = from;
                    }
                }
            }
        }
        var stretches = new ArrayList<List<Village>>();
        int end = row.size();
        for (int k = many; k > 0; k--) {
            stretches.addFirst(row.subList(cut[k][end], end));
            end = cut[k][end];
        }
        return stretches;
    }

    /** So many posts go to the offices, at least one to each, and each further one to where most lies on one post. */
    public static <K> Map<K, Integer> posts(Map<K, BigDecimal> loads, int posts) {
        var towns = loads.entrySet().stream()
                .map(each -> new Town<>(each.getKey(), each.getValue()))
                .toList();
        for (int left = posts - towns.size(); left > 0; left--) {
            towns.stream().max(Town::comparePerPost).ifPresent(heaviest -> heaviest.posts++);
        }
        var given = new LinkedHashMap<K, Integer>();
        towns.forEach(town -> given.put(town.office, town.posts));
        return given;
    }

    private static final class Town<K> {
        private final K office;
        private final BigDecimal load;
        private int posts = 1;

        private Town(K office, BigDecimal load) {
            this.office = office;
            this.load = load;
        }

        /** What lies on one post, compared without dividing. */
        private int comparePerPost(Town<K> other) {
            return load.multiply(new BigDecimal(other.posts)).compareTo(other.load.multiply(new BigDecimal(posts)));
        }
    }
}
