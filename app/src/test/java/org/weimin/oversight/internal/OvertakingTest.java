package org.weimin.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Money;
import org.weimin.oversight.Passed;
import org.weimin.oversight.Standing;

/** The walk along the incomes counts what counting every pair would count. */
class OvertakingTest {
    private static final Money BAND = Money.yuan("500.00");

    private static Standing standing(int persons, long incomeFen, long givenFen) {
        return new Standing(
                HouseholdId.next(),
                new DivisionCode("310117003001"),
                persons,
                Money.yuan("1595.00"),
                new Money(incomeFen * persons),
                new Money(givenFen * persons),
                Money.ZERO,
                Money.ZERO,
                "");
    }

    @Test
    void whoever_is_just_over_the_line_is_passed_by_most_of_those_below() {
        var some = new ArrayList<Standing>();
        for (int yuan = 1_200; yuan < 1_595; yuan += 50) {
            some.add(standing(1, yuan * 100L, (1_595 - yuan) * 100L + 30_000));
        }
        some.add(standing(1, 160_000, 0));
        List<Passed> passed = Overtaking.among(some, BAND);
        assertThat(passed).singleElement().satisfies(one -> {
            assertThat(one.standing().incomePerPerson()).isEqualTo(Money.yuan("1600.00"));
            assertThat(one.overtaking()).isEqualTo(one.below());
            assertThat(one.behind()).isEqualTo(Money.yuan("295.00"));
        });
    }

    @Test
    void the_walk_counts_what_every_pair_would_count() {
        var random = new Random(11);
        for (int round = 0; round < 50; round++) {
            var some = new ArrayList<Standing>();
            for (int i = 0; i < 120; i++) {
                some.add(standing(1 + random.nextInt(2), random.nextInt(30) * 10_000L, random.nextInt(20) * 10_000L));
            }
            List<Passed> walked = Overtaking.among(some, BAND);
            for (Standing each : some) {
                var below = some.stream()
                        .filter(other -> other.persons() == each.persons())
                        .filter(other -> other.incomePerPerson().compareTo(each.incomePerPerson()) < 0)
                        .filter(other -> other.incomePerPerson().plus(BAND).compareTo(each.incomePerPerson()) >= 0)
                        .toList();
                long overtaking = below.stream()
                        .filter(other -> other.afterPerPerson().compareTo(each.afterPerPerson()) > 0)
                        .count();
                boolean expected = below.size() >= 5 && overtaking * 2 > below.size();
                var found = walked.stream()
                        .filter(one -> one.standing().equals(each))
                        .findFirst();
                assertThat(found.isPresent()).isEqualTo(expected);
                found.ifPresent(one -> {
                    assertThat(one.below()).isEqualTo(below.size());
                    assertThat(one.overtaking()).isEqualTo((int) overtaking);
                    assertThat(one.behind().isPositive()).isTrue();
                });
            }
        }
    }
}
