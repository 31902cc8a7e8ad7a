package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.FoundHousehold;
import org.weimin.people.JoinHousehold;
import org.weimin.people.Merge;
import org.weimin.people.MergePlan;
import org.weimin.people.Merging;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Residents prove who they are: a code once, then a PIN; nobody is told which half was wrong. */
@RoomTest
class ResidentSignInTest {
    private static final AtomicInteger SEQUENCE = new AtomicInteger(100);
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final String PIN = "271828";

    @Autowired
    Residents residents;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Merging merging;

    private IdentityNumber identity;
    private PersonId resident;
    private String address;

    @BeforeEach
    void a_resident_with_an_identity_card() {
        address = "198.51.100." + SEQUENCE.get();
        identity = number();
        resident = register(identity);
    }

    @Test
    void a_code_from_the_window_opens_the_access_once() {
        String code = invite(resident, identity);
        Optional<String> token = residents.activate(identity.value(), code, PIN, address);
        assertThat(actor(token)).map(Actor.Resident::person).contains(resident);
        assertThat(residents.activate(identity.value(), code, "314159", address))
                .isEmpty();
        assertThat(residents.signIn(identity.value(), PIN, address)).isPresent();
    }

    @Test
    void a_code_is_good_only_for_the_number_it_was_made_for_and_only_until_the_next() {
        String first = invite(resident, identity);
        IdentityNumber others = number();
        invite(register(others), others);
        assertThat(residents.activate(others.value(), first, PIN, address)).isEmpty();
        String second = invite(resident, identity);
        assertThat(residents.activate(identity.value(), first, PIN, address)).isEmpty();
        assertThat(residents.activate(identity.value(), second, PIN, address)).isPresent();
    }

    @Test
    void a_pin_that_everybody_tries_first_is_refused() {
        String code = invite(resident, identity);
        for (String weak : new String[] {
            "123456", "654321", "111111", "121212", identity.value().substring(8, 14)
        }) {
            assertThatThrownBy(() -> residents.activate(identity.value(), code, weak, address))
                    .as(weak)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> residents.activate(identity.value(), code, "27182", address))
                .isInstanceOf(Refused.class);
    }

    @Test
    void five_wrong_pins_lock_and_the_right_one_does_not_open_until_the_window_says_so() {
        residents.activate(identity.value(), invite(resident, identity), PIN, address);
        for (int i = 0; i < 5; i++) {
            assertThat(residents.signIn(identity.value(), "000001", address)).isEmpty();
        }
        assertThat(residents.signIn(identity.value(), PIN, address)).isEmpty();
        assertThat(audited("access.resident-locked")).isOne();
        String code = invite(resident, identity);
        assertThat(residents.activate(identity.value(), code, "314159", address))
                .isPresent();
    }

    @Test
    void a_new_pin_ends_what_the_old_one_opened() {
        Optional<String> old = residents.activate(identity.value(), invite(resident, identity), PIN, address);
        residents.activate(identity.value(), invite(resident, identity), "314159", address);
        assertThat(actor(old)).isEmpty();
    }

    @Test
    void whoever_nobody_invited_cannot_sign_in_whatever_is_typed() {
        assertThat(residents.signIn(identity.value(), PIN, address)).isEmpty();
        assertThat(residents.signIn("", "", address)).isEmpty();
        assertThat(residents.signIn("' OR 1=1 --", "\u0000", address)).isEmpty();
        assertThat(residents.activate("x", "y", PIN, address)).isEmpty();
    }

    @Test
    void a_death_ends_the_access() {
        Optional<String> token = residents.activate(identity.value(), invite(resident, identity), PIN, address);
        As.system(() -> people.recordDeath(resident, TestClock.FIRST_DAY.minusDays(1), "火化证明"));
        assertThat(actor(token)).isEmpty();
    }

    @Test
    void whoever_was_entered_twice_acts_as_the_record_that_stays_until_the_two_are_parted() {
        Optional<String> token = residents.activate(identity.value(), invite(resident, identity), PIN, address);
        PersonId survivor = register(number());
        Merge merge = Acting.as(
                As.staff("COUNTY_OFFICER", "310117", "people.merge"),
                () -> merging.merge(new MergePlan(survivor, resident, Set.of(), Set.of()), "本人到窗口说明"));
        assertThat(actor(token)).map(Actor.Resident::person).contains(survivor);
        assertThat(actor(residents.signIn(identity.value(), PIN, address)))
                .map(Actor.Resident::circle)
                .hasValueSatisfying(rows -> assertThat(rows).contains(survivor.value(), resident.value()));
        Acting.as(As.staff("COUNTY_LEADER", "310117"), () -> merging.undo(merge.id(), List.of(), "是两个人"));
        assertThat(actor(token)).map(Actor.Resident::person).contains(resident);
    }

    @Test
    void the_circle_is_the_household_with_all_who_count_and_for_whoever_does_not_count_only_himself() {
        PersonId lodger = register(number());
        PersonId wife = register(number());
        var home = As.system(() -> {
            LocalDate since = TestClock.FIRST_DAY.minusYears(2);
            var id = people.found(new FoundHousehold(resident, PLACE, "文诚路9号", since));
            people.join(new JoinHousehold(id, wife, "10", since, ""));
            people.join(new JoinHousehold(id, lodger, "80", since, "不共同生活"));
            return id;
        });
        assertThat(circle(resident)).containsExactlyInAnyOrder(home.value(), resident.value(), wife.value());
        assertThat(circle(wife)).isEqualTo(circle(resident));
        assertThat(circle(lodger)).containsExactly(lodger.value());
    }

    private java.util.Set<java.util.UUID> circle(PersonId person) {
        return As.system(() -> people.own(person, TestClock.FIRST_DAY))
                .orElseThrow()
                .rows();
    }

    private Optional<Actor.Resident> actor(Optional<String> token) {
        return residents.actor(token.orElseThrow());
    }

    private String invite(PersonId person, IdentityNumber number) {
        return Acting.as(As.staff("STREET_CLERK", "310117003"), () -> residents.invite(person, number));
    }

    private PersonId register(IdentityNumber number) {
        return As.system(() -> people.register(new RegisterPerson(number, "陈桂芳", PLACE, "文诚路9号", "")));
    }

    private static IdentityNumber number() {
        String seventeen = "99011719580309" + SEQUENCE.incrementAndGet();
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    private long audited(String what) {
        return As.system(() -> transaction.execute(
                status -> db.sql("SELECT count(*) FROM audit.entry WHERE what = :what AND subject_id = :person")
                        .param("what", what)
                        .param("person", resident.value())
                        .query(Long.class)
                        .single()));
    }
}
