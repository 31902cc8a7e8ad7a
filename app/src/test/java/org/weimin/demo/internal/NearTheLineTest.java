package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Cliff;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;
import org.weimin.oversight.Imbalance;
import org.weimin.oversight.Passed;
import org.weimin.oversight.Picture;
import org.weimin.oversight.Standing;
import org.weimin.screening.Screening;
import org.weimin.screening.internal.SweepWork;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Households on either side of a line: the sweep says who would lose by earning more, and who is passed. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearTheLineTest {
    private static final int HOUSEHOLDS = 500;
    private static final int ASKED_OF_THE_INTERPRETER = 6;

    @Autowired
    DemoLoad load;

    @Autowired
    DemoNearLine nearLine;

    @Autowired
    Screening screening;

    @Autowired
    SweepWork work;

    @Autowired
    Imbalance imbalance;

    @Autowired
    Eligibility eligibility;

    @Autowired
    TransactionTemplate transaction;

    private List<Drawn> drawn = List.of();
    private Picture picture = new Picture(TestClock.FIRST_DAY, Money.ZERO, Money.ZERO, List.of(), List.of());
    private Map<HouseholdId, Standing> standings = Map.of();

    @BeforeAll
    void a_county_is_drawn_and_swept() {
        drawn = As.system(() -> Objects.requireNonNull(transaction.execute(status -> {
            var county = load.fill(7, HOUSEHOLDS, new PrintStream(OutputStream.nullOutputStream()));
            return nearLine.plant(county);
        })));
        As.system(() -> screening.ask(DemoLoad.SONGJIANG, TestClock.FIRST_DAY, Optional.empty()));
        assertThat(As.system(() -> imbalance.isComing(DemoLoad.SONGJIANG))).isTrue();
        As.system(work::work);
        assertThat(As.system(() -> imbalance.isComing(DemoLoad.SONGJIANG))).isFalse();
        picture = As.system(() -> imbalance.of(DemoLoad.SONGJIANG)).orElseThrow();
        standings = picture.standings().stream().collect(Collectors.toMap(Standing::household, Function.identity()));
    }

    private Set<HouseholdId> drawn(boolean below) {
        return drawn.stream()
                .filter(each -> isBelow(each) == below)
                .map(each -> each.family().id())
                .collect(Collectors.toSet());
    }

    /** On the allowance, or two people below the margin. */
    private static boolean isBelow(Drawn drawn) {
        return !drawn.truths().isEmpty() || drawn.family().relatives().size() == 2;
    }

    @Test
    void whoever_is_just_below_a_line_would_have_less_with_a_little_more_earned() {
        assertThat(drawn.stream()
                        .filter(each -> !each.truths().isEmpty())
                        .map(each -> each.family().id()))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(standings.get(each))
                        .isNotNull()
                        .satisfies(standing -> assertThat(standing.isOnTheBrink())
                                .as("%s", standing)
                                .isTrue()));
    }

    @Test
    void whoever_receives_the_allowance_would_lose_that_most_of_all() {
        assertThat(drawn.stream().filter(each -> !each.truths().isEmpty()))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Objects.requireNonNull(
                                        standings.get(each.family().id()))
                                .brinkMatter())
                        .isEqualTo("dibao"));
    }

    @Test
    void whoever_is_just_above_it_stands_on_no_brink_and_is_passed_by_those_below() {
        Set<HouseholdId> passed = picture.passed().stream()
                .map(Passed::standing)
                .map(Standing::household)
                .collect(Collectors.toSet());
        assertThat(drawn(false))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                Objects.requireNonNull(standings.get(each)).isOnTheBrink())
                        .isFalse())
                .allSatisfy(each -> assertThat(passed).contains(each));
    }

    /** What the compiled rules say of those few who are judged twice, the interpreter says step by step. */
    @Test
    void where_the_sweep_sees_a_brink_the_curve_of_the_household_falls() {
        List<Drawn> asked = drawn.stream()
                .filter(NearTheLineTest::isBelow)
                .limit(ASKED_OF_THE_INTERPRETER)
                .toList();
        for (Drawn each : asked) {
            var earner = each.family().relatives().getFirst().id();
            Eligibility.Reach reach =
                    As.system(() -> eligibility.cliff(each.family().id(), earner, TestClock.FIRST_DAY));
            assertThat(reach.cliff().falls())
                    .as(
                            "%s earns %s: %s",
                            each.family().id(), reach.now(), reach.cliff().points())
                    .anyMatch(fall -> isWithin(fall, reach.now(), reach.now().plus(picture.little())));
        }
    }

    private static boolean isWithin(Cliff.Fall fall, Money from, Money until) {
        return fall.loss().isPositive()
                && fall.after().earned().compareTo(from) > 0
                && fall.before().earned().compareTo(until) < 0;
    }
}
