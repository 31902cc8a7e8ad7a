package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.weimin.linkage.LinkSample.DIBAO;
import static org.weimin.linkage.LinkSample.TODAY;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.engine.EventKind.Detail;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.linkage.internal.WorkEvents;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What the calendar and the law bring: papers that run out, standards that change. */
@RoomTest
class LinkSourcesTest {
    private static final MatterId NURSING = new MatterId("canji-huli");
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static int numbers;

    @Autowired
    BeanFactory beans;

    @Autowired
    Linkage linkage;

    @Autowired
    WorkEvents work;

    @Autowired
    Facts facts;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    private LinkSample sample;
    private PersonId person;

    @BeforeEach
    void somebody() {
        clock.set(TODAY);
        sample = new LinkSample(beans);
        person = sample.person("1970-01-01");
    }

    @Test
    void a_card_that_runs_out_is_reminded_of_six_months_before() {
        card("2027-02-05");
        clock.liveThrough(LocalDate.of(2026, 8, 4));
        assertThat(told()).isEmpty();
        clock.liveThrough(LocalDate.of(2026, 8, 7));
        assertThat(told())
                .extracting(LinkedEvent::kind, LinkedEvent::happenedOn, LinkedEvent::status)
                .containsExactly(tuple("DISABILITY_CARD_EXPIRING", LocalDate.of(2026, 8, 5), LinkedEvent.Status.DONE));
        assertThat(told().getFirst().details()).isEqualTo(Map.of(Detail.UNTIL, "2027-02-05"));
    }

    @Test
    void a_card_that_ran_out_holds_the_payment_from_the_next_month_until_there_is_a_new_one() {
        EntitlementId aid = nursing();
        card("2026-08-10");
        clock.liveThrough(LocalDate.of(2026, 8, 11));
        assertThat(told())
                .extracting(LinkedEvent::kind)
                .containsExactlyInAnyOrder("DISABILITY_CARD_EXPIRING", "DISABILITY_CARD_ENDED");
        assertThat(As.system(() -> ledger.held(aid))).contains(Period.since(LocalDate.of(2026, 9, 1)));
        var card = Map.of(Detail.CODE, "2", Detail.UNTIL, "2036-08-20");
        sample.tell(LinkSample.event(
                "DISABILITY_CARD", "federation", "C" + ++numbers, person, LocalDate.of(2026, 8, 11), card));
        assertThat(As.system(() -> ledger.held(aid))).isEmpty();
    }

    @Test
    void a_card_that_was_renewed_in_time_has_not_run_out() {
        card("2026-08-10");
        record("2036-08-10", LocalDate.of(2026, 8, 1), "CHECKED");
        clock.liveThrough(LocalDate.of(2026, 8, 12));
        assertThat(told()).isEmpty();
    }

    @Test
    void a_standard_told_late_makes_the_closed_months_a_difference() {
        PersonId wife = sample.person("1972-02-02");
        HouseholdId poor = sample.household(person, wife);
        sample.isPoor(poor, person, wife);
        EntitlementId aid = sample.receives(poor, person);
        RegisterEvent told = new RegisterEvent(
                "STANDARD_CHANGE",
                new RegisterEvent.Origin("CLERK", "S" + ++numbers),
                About.of(DIBAO),
                LocalDate.of(2026, 7, 1),
                TODAY,
                COUNTY,
                Map.of(Detail.PLACE, COUNTY.value()));
        EventId changed = sample.tell(told);
        As.system(work::work);
        LinkedEffect effect = sample.effects(changed, DIBAO).getFirst();
        assertThat(effect.target().entitlement()).contains(aid);
        assertThat(effect.difference().isPositive()).isTrue();
        assertThat(sample.tell(told)).isEqualTo(changed);
        As.system(work::work);
        assertThat(sample.effects(changed, DIBAO)).hasSize(1);
        As.system(() -> linkage.settle(changed, new Settlement.Dismiss("文件作废")));
        As.system(work::work);
        assertThat(sample.effects(changed, DIBAO)).isEmpty();
    }

    private EntitlementId nursing() {
        sample.household(person);
        return sample.receives(new Subject.OfPerson(person), NURSING, person, "150.00", YearMonth.of(2026, 3));
    }

    private void card(String until) {
        record(until, LocalDate.of(2020, 1, 1), "DECLARED");
    }

    private void record(String until, LocalDate from, String source) {
        As.system(() -> facts.record(new RecordFact(
                new Subject.OfPerson(person), "disabilityCardUntil", until, Period.since(from), source, "残疾人证")));
    }

    private List<LinkedEvent> told() {
        return As.system(() -> linkage.about(List.of(About.of(person))));
    }
}
