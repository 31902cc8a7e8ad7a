package org.weimin.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class FactsTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static int sequence;

    @Autowired
    Facts facts;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private PersonId person() {
        String seventeen = "99011719800101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, "孙" + sequence, PLACE, "文诚路1号", "")));
    }

    private static RecordFact wage(PersonId person, String amount, LocalDate from) {
        return new RecordFact(new Subject.OfPerson(person), "wage", amount, Period.since(from), "DECLARED", "工资单");
    }

    @Test
    void a_later_wage_takes_over_from_its_first_day() {
        PersonId person = person();
        As.system(() -> facts.record(wage(person, "3000.00", TODAY.minusYears(1))));
        As.system(() -> facts.record(wage(person, "3500.00", TODAY)));
        var subject = new Subject.OfPerson(person);
        assertThat(As.system(() -> facts.of(subject, TODAY.minusDays(1))))
                .extracting(FactItem::value)
                .containsExactly("3000.00");
        assertThat(As.system(() -> facts.of(subject, TODAY)))
                .extracting(FactItem::value)
                .containsExactly("3500.00");
    }

    @Test
    void what_was_known_before_a_correction_can_still_be_read() {
        PersonId person = person();
        var subject = new Subject.OfPerson(person);
        var wrong = As.system(() -> facts.record(wage(person, "300.00", TODAY)));
        var then = clock.now();
        clock.set(TODAY.plusDays(1));
        As.system(() -> facts.correct(wrong, wage(person, "3000.00", TODAY)));
        assertThat(As.system(() -> facts.of(subject, TODAY)))
                .extracting(FactItem::value)
                .containsExactly("3000.00");
        assertThat(As.system(() -> facts.of(subject, TODAY, then)))
                .extracting(FactItem::value)
                .containsExactly("300.00");
        clock.set(TODAY);
    }

    @Test
    void means_are_checked_only_when_every_grown_up_member_has_consented() {
        PersonId head = person();
        HouseholdId household =
                As.system(() -> people.found(new FoundHousehold(head, PLACE, "文诚路1号", TODAY.minusYears(1))));
        assertThat(As.system(() -> facts.hasConsent(household, TODAY))).isFalse();
        As.system(() -> facts.consent(household, head, TODAY, "授权书"));
        assertThat(As.system(() -> facts.hasConsent(household, TODAY))).isTrue();
    }
}
