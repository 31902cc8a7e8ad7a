package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** An office with one clerk goes on working while the clerk is away, and the record says who acted. */
@RoomTest
class DeputiesTest {
    private static final DivisionCode STREET = new DivisionCode("310117003");
    private static final DivisionCode OTHER_STREET = new DivisionCode("310117004");
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final LocalDate FIRST = TestClock.FIRST_DAY.plusDays(3);
    private static final LocalDate LAST = TestClock.FIRST_DAY.plusDays(9);

    @Autowired
    Deputies deputies;

    @Autowired
    Staffing staffing;

    @Autowired
    TestClock clock;

    private PostId desk;
    private Actor.Staff clerk;
    private StaffId officer;

    @BeforeEach
    void a_street_with_one_clerk() {
        clock.set(TestClock.FIRST_DAY);
        desk = post(Role.STREET_CLERK, STREET);
        clerk = seated("沈丽华", desk, STREET);
        officer = seated("顾国平", post(Role.COUNTY_OFFICER, COUNTY), COUNTY).id();
    }

    @Test
    void a_colleague_of_the_county_may_sit_there_on_these_days_and_on_no_other() {
        lend(officer);
        assertThat(sitsAtTheDesk(officer)).isFalse();
        clock.set(FIRST);
        assertThat(sitsAtTheDesk(officer)).isTrue();
        assertThat(sitsAtTheDesk(clerk.id())).isTrue();
        clock.set(LAST);
        assertThat(sitsAtTheDesk(officer)).isTrue();
        clock.set(LAST.plusDays(1));
        assertThat(sitsAtTheDesk(officer)).isFalse();
    }

    @Test
    void what_is_taken_back_is_over_at_once() {
        lend(officer);
        clock.set(FIRST);
        Acting.as(clerk, () -> deputies.takeBack(deputies.own().getFirst().id()));
        assertThat(sitsAtTheDesk(officer)).isFalse();
    }

    @Test
    void whoever_leaves_the_post_takes_the_deputy_along() {
        lend(officer);
        As.system(() -> staffing.relieve(clerk.id(), desk, FIRST.plusDays(1)));
        clock.set(FIRST);
        assertThat(sitsAtTheDesk(officer)).isTrue();
        clock.set(FIRST.plusDays(1));
        assertThat(sitsAtTheDesk(officer)).isFalse();
    }

    @Test
    void nobody_stands_in_from_another_street_from_the_watch_or_twice() {
        StaffId neighbour = seated("金国强", post(Role.STREET_CLERK, OTHER_STREET), OTHER_STREET)
                .id();
        StaffId auditor = seated("严正", post(Role.AUDITOR, COUNTY), COUNTY).id();
        refused("access.deputy.nobody", () -> lend(neighbour));
        refused("access.deputy.nobody", () -> lend(auditor));
        refused("access.deputy.nobody", () -> lend(clerk.id()));
        lend(officer);
        refused("access.deputy.taken-days", () -> lend(officer));
        Actor.Staff standsIn = actor(officer, "顾国平", desk, STREET);
        StaffId third = seated("俞晓峰", post(Role.STREET_CLERK, STREET), STREET).id();
        refused("access.deputy.nobody", () -> Acting.as(standsIn, () -> deputies.lend(third, LAST, LAST, "转请")));
    }

    @Test
    void the_days_lie_ahead_and_are_a_month_at_most() {
        refused("access.deputy.days", () -> lend(officer, FIRST, FIRST.minusDays(1)));
        refused("access.deputy.days", () -> lend(officer, TestClock.FIRST_DAY.minusDays(1), LAST));
        refused("access.deputy.days", () -> lend(officer, FIRST, FIRST.plusDays(31)));
        lend(officer, FIRST, FIRST.plusDays(30));
    }

    @Test
    void another_ones_deputy_is_none_of_ones_business() {
        lend(officer);
        var lent = Acting.as(clerk, () -> deputies.own()).getFirst();
        Actor.Staff other = actor(officer, "顾国平", desk, COUNTY);
        assertThatThrownBy(() -> Acting.as(other, () -> deputies.takeBack(lent.id())))
                .isInstanceOf(NotFound.class);
    }

    private void lend(StaffId deputy) {
        lend(deputy, FIRST, LAST);
    }

    private void lend(StaffId deputy, LocalDate first, LocalDate last) {
        Acting.as(clerk, () -> deputies.lend(deputy, first, last, "年休假"));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private boolean sitsAtTheDesk(StaffId staff) {
        return As.system(() -> staffing.postsOf(staff)).stream()
                .anyMatch(post -> post.id().equals(desk));
    }

    private PostId post(Role role, DivisionCode scope) {
        return As.system(() -> staffing.openPost("岗位", role, Optional.empty(), scope));
    }

    private Actor.Staff seated(String name, PostId post, DivisionCode scope) {
        StaffId id = As.system(() -> staffing.employ(EmployStaff.of(name, "u" + post.value())));
        As.system(() -> staffing.appoint(id, post, TestClock.FIRST_DAY.minusDays(1)));
        return actor(id, name, post, scope);
    }

    private static Actor.Staff actor(StaffId id, String name, PostId post, DivisionCode scope) {
        return new Actor.Staff(id, name, post, "STREET_CLERK", Set.of(), scope);
    }
}
