package org.weimin.offices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.offices.internal.Balance;

/** No other way to cut the row, or to deal the posts, leaves the heaviest lighter; and nothing is lost on the way. */
class BalanceTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    @Test
    void neighbours_stay_together_and_the_heaviest_is_as_light_as_it_can_be() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<Village> row = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(i -> village(i, random.nextInt(100), Optional.empty()))
                    .toList();
            var shares = Balance.villages(row, List.of(ONE, TWO, THREE));
            assertThat(shares).as("seed " + seed).hasSize(row.size());
            assertThat(stretches(row, shares)).as("seed " + seed).isLessThanOrEqualTo(3);
            assertThat(heaviest(shares)).as("seed " + seed).isEqualTo(bestByTrying(row));
        }
    }

    @Test
    void whoever_has_most_of_a_stretch_keeps_it() {
        List<Village> row = List.of(
                village(0, 10, Optional.of(TWO)), village(1, 10, Optional.of(TWO)), village(2, 20, Optional.of(ONE)));
        var shares = Balance.villages(row, List.of(ONE, TWO));
        assertThat(row)
                .allSatisfy(village ->
                        assertThat(Optional.ofNullable(shares.get(village))).isEqualTo(village.member()));
    }

    @Test
    void posts_go_where_most_lies_on_one_and_nobody_is_left_without() {
        Map<String, BigDecimal> loads = new LinkedHashMap<>();
        loads.put("heavy", new BigDecimal(90));
        loads.put("light", new BigDecimal(20));
        loads.put("none", BigDecimal.ZERO);
        assertThat(Balance.posts(loads, 6)).isEqualTo(Map.of("heavy", 4, "light", 1, "none", 1));
    }

    @Test
    void even_loads_are_even_and_one_who_has_all_is_not() {
        assertThat(Spread.of(List.of(BigDecimal.TEN, BigDecimal.TEN)))
                .isEqualTo(new Spread(new BigDecimal("1.00"), new BigDecimal("0.000")));
        assertThat(Spread.of(List.of(BigDecimal.TEN, BigDecimal.ZERO)))
                .isEqualTo(new Spread(new BigDecimal("2.00"), new BigDecimal("0.500")));
    }

    private static Village village(int number, int points, Optional<UUID> member) {
        return new Village(
                new DivisionCode("310117003%03d".formatted(number + 1)),
                "村" + number,
                member,
                new Load(1, 0, 0, 0, new BigDecimal(points)));
    }

    private static long heaviest(Map<Village, UUID> shares) {
        var sums = new HashMap<UUID, Long>();
        shares.forEach(
                (village, person) -> sums.merge(person, village.load().points().longValue(), Long::sum));
        return sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static int stretches(List<Village> row, Map<Village, UUID> shares) {
        var seen = new ArrayList<UUID>();
        for (Village village : row) {
            UUID person = shares.get(village);
            if (seen.isEmpty() || !seen.getLast().equals(person)) {
                seen.add(person);
            }
        }
        return seen.size();
    }

    /** Every two cuts there are. */
    private static long bestByTrying(List<Village> row) {
        long best = Long.MAX_VALUE;
        for (int first = 0; first <= row.size(); first++) {
            for (int second = first; second <= row.size(); second++) {
                long heaviest = Math.max(
                        sum(row.subList(0, first)),
                        Math.max(sum(row.subList(first, second)), sum(row.subList(second, row.size()))));
                best = Math.min(best, heaviest);
            }
        }
        return best;
    }

    private static long sum(List<Village> villages) {
        return villages.stream()
                .mapToLong(village -> village.load().points().longValue())
                .sum();
    }
}
