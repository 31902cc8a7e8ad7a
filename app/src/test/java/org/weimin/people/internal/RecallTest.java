package org.weimin.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weimin.demo.Twice;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicateRun.Learnt;
import org.weimin.people.Family;
import org.weimin.people.internal.DuplicateScan.Compared;

/** Blocks, comparison and learning on a population with known pairs, without a database. */
class RecallTest {
    private static final List<DivisionCode> PLACES = IntStream.range(0, 360)
            .mapToObj(i -> new DivisionCode("330824%03d%03d".formatted(100 + i % 18, 200 + i / 18)))
            .toList();

    private final Roll roll = new Roll();
    private final Map<UUID, String> numbers = new HashMap<>();
    private final Map<UUID, UUID> homes = new HashMap<>();

    private void enrol(Family family) {
        for (Family.Relative each : family.relatives()) {
            numbers.put(each.id().value(), each.identity().value());
            homes.put(each.id().value(), family.id().value());
            roll.add(new Roll.Entry(
                    each.id().value(),
                    each.name(),
                    each.identity().isMale(),
                    each.identity().birth(),
                    Roll.ALIVE,
                    each.phone().isEmpty() ? Roll.NONE : Fingerprint.of(each.phone()),
                    each.account()
                            .map(account -> Fingerprint.of(account.number().value()))
                            .orElse(Roll.NONE),
                    Fingerprint.of(family.address()),
                    family.place().value()));
        }
    }

    private Compared closely(Compared pair, Weights weights) {
        var one = pair.pair().one();
        var other = pair.pair().other();
        Compared tied = pair.and(new RollStore.Ties(homes.get(one).equals(homes.get(other)), false, false).seen());
        return DuplicateScan.isUndecided(tied, weights)
                ? tied.and(List.of(IdentityComparing.of(numbers.get(one), numbers.get(other))
                        .observed()))
                : tied;
    }

    private Twice population(int residents, long seed) {
        var drawn = new Twice(seed, PLACES);
        while (roll.size() < residents) {
            drawn.next().forEach(this::enrol);
        }
        return drawn;
    }

    @Test
    void of_fifty_thousand_residents_nearly_all_known_pairs_are_listed_and_hardly_any_other() {
        Set<Set<UUID>> truth = population(50_000, 20261122).truth().stream()
                .map(two -> Set.of(two.one().value(), two.other().value()))
                .collect(Collectors.toSet());
        Weights guess = Weights.firstGuess(roll.size());
        List<Compared> near = DuplicateScan.near(roll, Blocks.pairsOf(roll), guess).stream()
                .map(each -> closely(each, guess))
                .toList();
        Weights weights = DuplicateScan.learn(guess, near);
        List<Compared> listed = near.stream()
                .filter(each -> weights.score(each.seen()) >= Confidence.POSSIBLE.leastTenths())
                .toList();
        long hits = listed.stream()
                .filter(each ->
                        truth.contains(Set.of(each.pair().one(), each.pair().other())))
                .count();
        assertThat(hits * 100).as("%d of %d known", hits, truth.size()).isGreaterThanOrEqualTo(98L * truth.size());
        assertThat(hits * 100).as("%d of %d listed", hits, listed.size()).isGreaterThanOrEqualTo(95L * listed.size());
        assertThat(listed)
                .allSatisfy(each -> assertThat(weights.score(each.seen()))
                        .isEqualTo(weights.explain(each.seen()).stream()
                                .mapToInt(line -> line.tenths())
                                .sum()));
    }

    @Test
    void a_thousand_pairs_correct_the_guess_and_a_single_one_hardly_does() {
        Weights guess = Weights.firstGuess(300);
        var moved =
                List.of(Level.NAME_EQUAL.sharedBy(2), Level.BIRTH_EQUAL.sharedBy(2), Level.PLACE_DIFFERENT.observed());
        assertThat(percents(guess).get("place.different")).isEqualTo(40.0);
        assertThat(percents(guess.learnFrom(List.of(moved))).get("place.different"))
                .isLessThan(42.0);
        assertThat(percents(guess.learnFrom(Collections.nCopies(1_000, moved))).get("place.different"))
                .isGreaterThan(90.0);
    }

    private static Map<String, Double> percents(Weights weights) {
        return weights.learnt().stream()
                .collect(Collectors.toMap(Learnt::code, each -> each.percent().doubleValue(), (one, other) -> one));
    }

    @Test
    void characters_that_look_alike_are_one_shape_and_each_stands_in_one_group() {
        assertThat(LookAlikes.of("余治宇")).isEqualTo(LookAlikes.of("佘冶字"));
        assertThat(LookAlikes.of("王建国")).isNotEqualTo(LookAlikes.of("王建军"));
    }
}
