package org.weimin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.benefits.Benefits;
import org.weimin.demo.internal.Truth.Kind;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.facts.Facts;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What is planted in the demo county is really there: the rules themselves say so. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownTruthTest {
    private static final LocalDate TODAY = TestClock.FIRST_DAY;

    @Autowired
    DemoLoad load;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Benefits benefits;

    @Autowired
    Facts facts;

    @Autowired
    People people;

    private Map<Kind, List<Truth>> truths = Map.of();

    @BeforeAll
    void a_small_county_is_drawn() {
        List<Truth> planted = As.system(() ->
                transaction.execute(status -> load.fill(7, 1_200, new PrintStream(OutputStream.nullOutputStream()))
                        .truths()));
        truths = planted.stream().collect(Collectors.groupingBy(Truth::kind));
    }

    private List<Truth> planted(Kind kind) {
        return truths.getOrDefault(kind, List.of());
    }

    private Outcome outcomeFor(Family family) {
        return As.system(() -> {
            family.relatives().stream()
                    .filter(person -> !person.identity().birth().plusYears(18).isAfter(TODAY))
                    .forEach(person -> facts.consent(family.id(), person.id(), TODAY, "授权书"));
            return eligibility.determine(DemoHistory.DIBAO, family.id(), TODAY).outcome();
        });
    }

    private boolean receives(Family family) {
        return !As.system(() -> benefits.of(new Subject.OfHousehold(family.id())))
                .isEmpty();
    }

    @Test
    void whoever_receives_rightly_is_still_entitled() {
        assertThat(planted(Kind.RECEIVING_RIGHTLY)).isNotEmpty().allSatisfy(truth -> {
            assertThat(receives(truth.family())).isTrue();
            assertThat(outcomeFor(truth.family())).isInstanceOf(Outcome.Entitled.class);
        });
    }

    @Test
    void whoever_is_planted_as_entitled_without_receiving_is_both() {
        assertThat(planted(Kind.ENTITLED_NOT_RECEIVING)).isNotEmpty().allSatisfy(truth -> {
            assertThat(receives(truth.family())).isFalse();
            assertThat(outcomeFor(truth.family())).isInstanceOf(Outcome.Entitled.class);
        });
    }

    @Test
    void income_or_property_that_came_later_ends_the_entitlement_but_not_the_payments() {
        assertThat(planted(Kind.RECEIVING_DESPITE_INCOME)).isNotEmpty();
        for (Kind kind : List.of(Kind.RECEIVING_DESPITE_INCOME, Kind.RECEIVING_DESPITE_PROPERTY)) {
            assertThat(planted(kind)).allSatisfy(truth -> {
                assertThat(receives(truth.family())).isTrue();
                assertThat(outcomeFor(truth.family())).isInstanceOf(Outcome.NotEntitled.class);
            });
        }
    }

    @Test
    void payments_after_a_death_go_to_somebody_who_is_dead() {
        assertThat(planted(Kind.RECEIVING_AFTER_DEATH)).allSatisfy(truth -> {
            assertThat(receives(truth.family())).isTrue();
            var dead = truth.family().relatives().getFirst().id();
            assertThat(As.system(() -> people.person(dead)).diedOn()).isPresent();
        });
    }

    @Test
    void whom_a_welfare_line_misses_is_entitled_and_whom_it_pays_by_mistake_is_not() {
        for (Kind kind : List.of(Kind.PERSON_ENTITLED_NOT_RECEIVING, Kind.PERSON_RECEIVING_NOT_ENTITLED)) {
            boolean missed = kind == Kind.PERSON_ENTITLED_NOT_RECEIVING;
            assertThat(planted(kind)).isNotEmpty().allSatisfy(truth -> {
                var person = truth.person().orElseThrow();
                assertThat(As.system(() -> benefits.of(new Subject.OfPerson(person))).stream()
                                .anyMatch(award -> award.matter().equals(truth.matter())))
                        .isEqualTo(!missed);
                Outcome outcome = As.system(() -> eligibility
                        .determine(truth.matter(), truth.family().id(), person, TODAY)
                        .outcome());
                assertThat(outcome instanceof Outcome.Entitled).isEqualTo(missed);
            });
        }
    }

    @Test
    void a_person_planted_twice_is_found_twice_under_one_name() {
        assertThat(planted(Kind.DUPLICATE_PERSON)).allSatisfy(truth -> {
            var birth = truth.family().relatives().getFirst().identity().birth();
            assertThat(As.system(() -> people.search(truth.name(), 1)).rows().stream()
                            .filter(hit -> hit.person().birth().equals(birth)))
                    .hasSizeGreaterThan(1);
        });
    }

    @Test
    void five_residents_share_one_card() {
        var one = planted(Kind.SHARED_CARD).getFirst().family().relatives().getFirst();
        var card = As.system(() -> people.payAccount(one.id(), TODAY)).orElseThrow();
        assertThat(As.system(() -> people.holdersOfSameCard(card.cardId(), TODAY)))
                .hasSize(5);
    }

    @Test
    void the_people_of_the_main_journey_are_found_by_name() {
        for (String name : List.of("陈桂芳", "周建军", "吴秀兰", "沈国强", "欧阳𠅤")) {
            assertThat(As.system(() -> people.search(name, 1)).rows())
                    .as(name)
                    .anySatisfy(hit -> assertThat(hit.person().area()).isEqualTo(MainJourney.COMMUNITY));
        }
        assertThat(As.system(() -> people.search("张伟", 1)).rows()).hasSizeGreaterThanOrEqualTo(3);
    }
}
