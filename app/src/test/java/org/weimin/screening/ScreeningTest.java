package org.weimin.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.benefits.Benefits;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.facts.Facts;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Household;
import org.weimin.people.People;
import org.weimin.screening.Finding.Kind;
import org.weimin.screening.internal.FindingStore;
import org.weimin.screening.internal.SweepWork;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A sweep answers for everybody what the window would answer for each, and decides nothing. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final MatterId DIBAO = new MatterId("dibao");

    @Autowired
    ApplicationContext application;

    @Autowired
    Screening screening;

    @Autowired
    SweepWork work;

    @Autowired
    FindingStore findings;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Benefits benefits;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private List<HouseholdId> households = List.of();
    private SweepId sweep = SweepId.next();

    @BeforeAll
    void a_small_county_is_swept() {
        SmallCounty.fill(application, 500);
        households = As.system(() -> transaction.execute(status -> db.sql("SELECT household_id FROM people.v_home")
                .query((row, number) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list()));
        households.forEach(this::everybodySigns);
        sweep = As.system(() -> screening.ask(COUNTY, TestClock.FIRST_DAY, Optional.of(DIBAO)));
        As.system(work::work);
    }

    private void everybodySigns(HouseholdId id) {
        As.system(() -> people.household(id, TestClock.FIRST_DAY).members().stream()
                .map(Household.Member::person)
                .filter(person -> person.ageOn(TestClock.FIRST_DAY) >= 18)
                .forEach(person -> facts.consent(id, person.id(), TestClock.FIRST_DAY, "授权书")));
    }

    @Test
    void every_household_is_judged_once() {
        assertThat(swept(sweep).status()).isEqualTo(Sweep.Status.DONE);
        assertThat(swept(sweep).progress().households()).isEqualTo(households.size());
        Summary summary = As.system(() -> screening.summary(sweep, COUNTY));
        assertThat(summary.lines().stream()
                        .mapToLong(line -> line.counted().subjects())
                        .sum())
                .isEqualTo(households.size());
    }

    @Test
    void the_sweep_says_of_each_household_what_the_window_says() {
        Map<HouseholdId, Finding> found = listed();
        Map<String, Long> refused = new HashMap<>();
        for (HouseholdId household : households) {
            Outcome outcome = As.system(() ->
                    eligibility.determine(DIBAO, household, TestClock.FIRST_DAY).outcome());
            Optional<Finding> finding = Optional.ofNullable(found.get(household));
            switch (outcome) {
                case Outcome.Entitled(var grants) -> {
                    assertThat(finding).as("%s", household).isPresent();
                    assertThat(finding.orElseThrow().amount()).isEqualTo(monthly(grants));
                }
                case Outcome.NotEntitled(var reason) -> {
                    refused.merge(reason, 1L, Long::sum);
                    finding.ifPresent(each -> assertThat(each.reason()).isEqualTo(reason));
                }
                case Outcome.CannotTell(var missing) ->
                    finding.ifPresent(each -> assertThat(each.missing()).containsExactlyInAnyOrderElementsOf(missing));
            }
        }
        Summary summary = As.system(() -> screening.summary(sweep, COUNTY));
        assertThat(summary.lines().stream()
                        .filter(line -> line.kind() == Kind.NOT_ENTITLED || line.kind() == Kind.RECEIVING_NOT_ENTITLED)
                        .collect(Collectors.groupingBy(
                                Summary.Line::reason,
                                Collectors.summingLong(line -> line.counted().subjects()))))
                .isEqualTo(refused);
    }

    @Test
    void what_is_found_is_what_is_planted() {
        assertThat(listed().values())
                .extracting(Finding::kind)
                .contains(Kind.ENTITLED_NOT_RECEIVING, Kind.RECEIVING_NOT_ENTITLED, Kind.RECEIVING_RIGHTLY);
    }

    @Test
    void a_sweep_changes_nothing_that_anybody_receives() {
        var received = As.system(() -> households.stream()
                .flatMap(household -> benefits.of(new Subject.OfHousehold(household)).stream())
                .count());
        var listed = listed().values().stream()
                .filter(finding -> finding.received().isPositive())
                .count();
        assertThat(listed).isEqualTo(received);
    }

    @Test
    void a_street_sees_its_own_households_and_no_others() {
        var street = As.staff("STREET_CLERK", "310117003", "screening.view");
        Acting.as(street, () -> {
            var page = transaction.execute(status -> findings.all(
                    new FindingFilter(sweep, "", "", new DivisionCode(""), "", FindingFilter.Visit.ANY, 0), 10_000));
            assertThat(page)
                    .isNotEmpty()
                    .allSatisfy(
                            found -> assertThat(found.finding().area().value()).startsWith("310117003"));
        });
    }

    @Test
    void one_sweep_at_a_time() {
        var other = As.system(() -> screening.ask(COUNTY, TestClock.FIRST_DAY, Optional.of(DIBAO)));
        assertThatThrownBy(() -> As.system(() -> screening.ask(COUNTY, TestClock.FIRST_DAY, Optional.of(DIBAO))))
                .isInstanceOf(Refused.class);
        As.system(work::work);
        assertThat(swept(other).status()).isEqualTo(Sweep.Status.DONE);
    }

    private Sweep swept(SweepId id) {
        return As.system(() -> screening.get(id));
    }

    private Map<HouseholdId, Finding> listed() {
        var all = new ArrayList<Finding>();
        for (Kind kind : Kind.values()) {
            if (kind.isListed()) {
                all.addAll(As.system(() -> transaction.execute(
                        status -> findings.all(FindingFilter.of(sweep, kind, COUNTY), 10_000).stream()
                                .map(Found::finding)
                                .toList())));
            }
        }
        return all.stream().collect(Collectors.toMap(Finding::household, finding -> finding));
    }

    private static Money monthly(List<Grant> grants) {
        return Money.sum(grants.stream()
                .flatMap(grant -> grant instanceof Grant.Monthly monthly
                        ? java.util.stream.Stream.of(monthly.amount())
                        : java.util.stream.Stream.of()));
    }
}
