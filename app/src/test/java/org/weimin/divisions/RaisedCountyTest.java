package org.weimin.divisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PlanId;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** 撤县设市: a county becomes a city, with rows in every room, and a county again. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaisedCountyTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode CITY = new DivisionCode("310181");
    private static final DivisionCode ZONE = new DivisionCode("310181501");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private final Actor.Staff drafter = As.staff("COUNTY_OFFICER", "310117", "divisions.plan");
    private final Actor.Staff leader = As.staff("COUNTY_LEADER", "310117", "divisions.approve");
    private final Actor.Staff mayor = As.staff("COUNTY_LEADER", "310181", "divisions.approve");

    @Autowired
    ApplicationContext application;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @AfterAll
    void the_list_again() throws SQLException {
        new EveryRow(application).listedAgain();
    }

    @Test
    void every_code_of_the_county_follows_and_comes_back() throws SQLException {
        SmallCounty.fill(application, 60);
        var rows = new EveryRow(application);
        String before = rows.places();
        Set<String> names = names(COUNTY);
        PlanId plan = approved();
        clock.set(DAY);
        long people = residents(COUNTY);

        Acting.as(leader, () -> runs.carryOut(plan));
        assertThat(rows.saying(COUNTY.value() + "(([0-9]{3}){1,2})?")).isEmpty();
        assertThat(residents(COUNTY)).isZero();
        assertThat(residents(CITY)).isEqualTo(people).isPositive();
        As.system(() -> {
            assertThat(names(CITY)).isEqualTo(names);
            assertThat(divisions.get(CITY).name()).isEqualTo("松江市");
            assertThat(divisions.shortName(COUNTY)).contains("松江区").isNotEqualTo("松江区");
            assertThat(divisions.heirOf(new DivisionCode("310117003001"))).isEqualTo(new DivisionCode("310181003001"));
            assertThat(divisions.orgUnits(CITY)).extracting(OrgUnit::name).contains("松江市民政局");
            // A zone that is no legal division still answers to its street.
            assertThat(divisions.areaOf(ZONE)).isEqualTo(new DivisionCode("310181004"));
            assertThat(divisions.attachedTo(new DivisionCode("310181004")))
                    .extracting(Attachment::zone)
                    .containsExactly(ZONE);
        });
        assertThat(scopes()).isNotEmpty().allMatch(scope -> scope.startsWith(CITY.value()));

        Acting.as(mayor, () -> runs.undo(plan, "国务院没有批准"));
        assertThat(rows.places()).isEqualTo(before);
        assertThat(rows.saying(CITY.value() + "(([0-9]{3}){1,2})?")).isEmpty();
        assertThat(names(COUNTY)).isEqualTo(names);
        assertThat(divisions.areaOf(new DivisionCode("310117501"))).isEqualTo(new DivisionCode("310117004"));
    }

    private PlanId approved() {
        PlanId plan = Acting.as(drafter, () -> {
            PlanId begun = plans.begin(COUNTY, new Plan.Purpose("撤区设市", "国函〔2026〕1号", "设市"), DAY);
            plans.change(begun, (drawing, atlas) -> drawing.raise(atlas, COUNTY, CITY, "松江市"));
            assertThat(runs.rehearse(begun).conflicts())
                    .filteredOn(Conflict::blocks)
                    .isEmpty();
            plans.consult(begun, clock.today().plusDays(7));
            return begun;
        });
        clock.set(clock.today().plusDays(7));
        Acting.as(leader, () -> plans.approve(plan));
        return plan;
    }

    private Set<String> names(DivisionCode county) {
        return As.system(() -> divisions.atlas(county, clock.today()).divisions().values().stream()
                .filter(each -> !each.code().equals(county))
                .map(each -> each.code().value().substring(6) + " " + each.name())
                .collect(Collectors.toSet()));
    }

    private List<String> scopes() {
        return As.system(() -> transaction.execute(status -> db.sql("SELECT DISTINCT scope FROM access.post")
                .query(String.class)
                .list()));
    }

    private long residents(DivisionCode county) {
        return As.system(() -> transaction.execute(
                status -> db.sql("SELECT count(*) FROM people.person WHERE area >= :from AND area < :until")
                        .param("from", county.value())
                        .param("until", county.areaUntil())
                        .query(Long.class)
                        .single()));
    }
}
