package org.weimin.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.offices.Proposal.Move;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Each count equals the list behind it; what a clerk sees is the own office; moves take two people. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode STREET = new DivisionCode("310117003");
    private static final DivisionCode OTHER = new DivisionCode("310117002");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;

    @Autowired
    ApplicationContext application;

    @Autowired
    Counts counts;

    @Autowired
    Loads loads;

    @Autowired
    Offices offices;

    @Autowired
    Balancing balancing;

    @Autowired
    Covers covers;

    @Autowired
    Standards standards;

    private final Actor.Staff clerk = As.staff("STREET_CLERK", "310117003", "offices.view");
    private final Actor.Staff officer = As.staff("COUNTY_OFFICER", "310117", "offices.propose");
    private final Actor.Staff leader = As.staff("COUNTY_LEADER", "310117", "offices.confirm");

    @BeforeAll
    void the_demo_county() {
        SmallCounty.fill(application, 400);
    }

    @Test
    void every_count_is_as_long_as_its_list() {
        for (Measure measure : Measure.values()) {
            for (int back = 0; back < 3; back++) {
                YearMonth month = YearMonth.from(TODAY).minusMonths(back);
                var filter = new CountFilter(measure, COUNTY, month, Optional.empty());
                long counted = as(officer, () -> counts.byTown(filter)).values().stream()
                        .mapToLong(Ratio::some)
                        .sum();
                assertThat(as(officer, () -> counts.list(filter, 1)).total())
                        .as(measure + " " + month)
                        .isEqualTo(counted);
                assertThat(as(officer, () -> counts.all(filter))).hasSize((int) counted);
            }
        }
    }

    @Test
    void residents_and_recipients_of_the_villages_add_up_to_those_of_the_town() {
        long byVillage = Loads.sum(villages(clerk, STREET)).residents();
        assertThat(byVillage)
                .isPositive()
                .isEqualTo(as(clerk, () -> standards.residents(STREET)).get(STREET));
    }

    @Test
    void a_clerk_sees_the_own_office_and_no_other() {
        assertThat(as(clerk, () -> offices.list(STREET, TODAY)))
                .extracting(office -> office.unit().area())
                .containsExactly(STREET);
        assertThat(as(clerk, () -> offices.list(OTHER, TODAY)).stream().flatMap(office -> office.members().stream()))
                .isEmpty();
        assertThatThrownBy(() -> as(
                        clerk,
                        () -> counts.list(
                                new CountFilter(Measure.OPEN, OTHER, YearMonth.from(TODAY), Optional.empty()), 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_index_weighs_shares_and_says_nothing_of_few() {
        assertThat(index(Map.of(Measure.DEADLINE, new Ratio(5, 50)))).contains(new BigDecimal("10.0"));
        // Weights 2 and 3: (2 × 10 + 3 × 0) / 5.
        assertThat(index(Map.of(Measure.DEADLINE, new Ratio(5, 50), Measure.RETURNED, new Ratio(0, 10))))
                .contains(new BigDecimal("4.0"));
        assertThat(index(Map.of(Measure.DEADLINE, new Ratio(5, 50), Measure.RETURNED, Ratio.NOTHING)))
                .contains(new BigDecimal("10.0"));
        assertThat(index(Map.of(Measure.DEADLINE, new Ratio(5, 50), Measure.ANOMALY, new Ratio(1, 1))))
                .contains(new BigDecimal("10.0"));
        assertThat(index(Map.of(Measure.DEADLINE, new Ratio(1, 3)))).isEmpty();
    }

    @Test
    void what_the_balancer_suggests_is_no_more_uneven_and_takes_a_second_official() {
        List<Village> row = villages(officer, STREET);
        List<Member> people =
                as(officer, () -> offices.list(STREET, TODAY)).getFirst().members();
        var suggested = Balancing.suggestVillages(row, people);
        assertThat(heaviest(Balancing.supposed(row, suggested))).isLessThanOrEqualTo(heaviest(Loads.byMember(row)));
        List<Move> moves = suggested.entrySet().stream()
                .<Move>map(each -> new Move.VillageTo(each.getKey(), each.getValue()))
                .toList();
        UUID id = as(officer, () -> balancing.propose(Proposal.Kind.VILLAGES, STREET, "方松分工", "", moves));
        refused("offices.proposal.two-people", () -> as(officer, () -> confirm(id)));
        as(leader, () -> confirm(id));
        refused("offices.proposal.confirmed", () -> as(leader, () -> confirm(id)));
        refused(
                "offices.proposal.nothing",
                () -> as(officer, () -> balancing.propose(Proposal.Kind.VILLAGES, STREET, "空", "", List.of())));
    }

    @Test
    void who_stands_in_is_there_does_not_decide_what_he_examined_and_has_the_post() {
        assertThat(as(leader, () -> covers.gaps(STREET, TODAY, TODAY.plusDays(14))))
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.POST_NOT_LENT, Gap.Kind.ONE_PERSON_TWICE);
        List<Member> others =
                as(officer, () -> offices.list(OTHER, TODAY)).getFirst().members();
        as(officer, () -> {
            others.forEach(member -> covers.add(member.id(), Optional.empty(), TODAY.plusDays(1), TODAY.plusDays(1)));
            return true;
        });
        assertThat(as(leader, () -> covers.gaps(OTHER, TODAY, TODAY.plusDays(14))))
                .extracting(Gap::kind)
                .contains(Gap.Kind.NO_COVER, Gap.Kind.NOBODY_THERE);
        UUID first = others.getFirst().id();
        refused("offices.cover.away-already", () -> away(first, Optional.empty(), 1, 2));
        refused("offices.cover.oneself", () -> away(first, Optional.of(first), 5, 6));
        refused("offices.cover.days", () -> away(first, Optional.empty(), 6, 5));
    }

    private void away(UUID member, Optional<UUID> cover, int first, int last) {
        as(officer, () -> {
            covers.add(member, cover, TODAY.plusDays(first), TODAY.plusDays(last));
            return true;
        });
    }

    private boolean confirm(UUID id) {
        balancing.confirm(id);
        return true;
    }

    private Optional<BigDecimal> index(Map<Measure, Ratio> ratios) {
        return as(officer, () -> counts.index(ratios, COUNTY));
    }

    private List<Village> villages(Actor actor, DivisionCode town) {
        return as(actor, () -> {
            var unit = offices.units(town).getFirst();
            return loads.villages(List.of(unit), town).get(unit);
        });
    }

    private static BigDecimal heaviest(Map<UUID, Load> loads) {
        return loads.values().stream().map(Load::points).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, work);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
