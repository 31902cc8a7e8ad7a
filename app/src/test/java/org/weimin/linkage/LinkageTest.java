package org.weimin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.weimin.linkage.LinkSample.DIBAO;
import static org.weimin.linkage.LinkSample.TODAY;
import static org.weimin.linkage.LinkSample.event;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.Outcomes;
import org.weimin.eligibility.Eligibility;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.LinkEffect;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.linkage.LinkedEvent.Status;
import org.weimin.people.People;
import org.weimin.testing.As;
import org.weimin.testing.BrokenInvariants;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class LinkageTest {
    private static final MatterId VETERANS = new MatterId("youfu");
    private static final MatterId OLD_AGE = new MatterId("gaoling-jintie");
    private static int numbers;

    @Autowired
    BeanFactory beans;

    @Autowired
    Linkage linkage;

    @Autowired
    EventFiles files;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Benefits benefits;

    @Autowired
    Rechecks rechecks;

    @Autowired
    Ledger ledger;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    BrokenInvariants broken;

    private LinkSample sample;
    private PersonId alone;
    private HouseholdId home;
    private EntitlementId aid;

    @BeforeEach
    void somebody_who_lives_alone_on_dibao() {
        clock.set(TODAY);
        sample = new LinkSample(beans);
        alone = sample.person("1950-01-01");
        home = sample.household(alone);
        aid = sample.receives(home, alone);
    }

    @AfterEach
    void every_invariant_holds() {
        assertThat(broken.ids()).isEmpty();
    }

    @Test
    void a_death_at_the_window_ends_the_aid_of_a_sole_recipient_from_the_next_month() {
        As.system(() -> people.recordDeath(alone, TODAY.minusDays(1), "test"));
        assertThat(until()).contains(YearMonth.of(2026, 9));
        LinkedEvent told =
                As.system(() -> linkage.about(List.of(About.of(alone)))).getFirst();
        assertThat(told.kind()).isEqualTo("DEATH");
        assertThat(told.status()).isEqualTo(Status.DONE);
        assertThat(sample.effects(told.id(), DIBAO))
                .extracting(LinkedEffect::effect, LinkedEffect::status)
                .containsExactly(tuple(LinkEffect.STOP, LinkedEffect.Status.DONE));
    }

    @Test
    void a_death_told_two_months_late_is_recovered_month_by_month() {
        EventId death = sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 5, 20)));
        assertThat(until()).contains(YearMonth.of(2026, 6));
        assertThat(As.system(() -> people.person(alone)).diedOn()).contains(LocalDate.of(2026, 5, 20));
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.yuan("1000.00"));
        assertThat(sample.effects(death, DIBAO).getFirst().difference()).isEqualTo(Money.yuan("-1000.00"));
        assertThat(As.system(() -> ledger.owedUnder(aid)))
                .extracting(each -> each.month().getMonthValue())
                .containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void a_death_in_a_larger_household_asks_for_a_second_look_and_takes_nothing() {
        PersonId head = sample.person("1970-01-01");
        PersonId child = sample.person("2012-01-01");
        HouseholdId family = sample.household(head, child);
        EntitlementId received = sample.receives(family, head);
        sample.tell(event("DEATH", number(), child, TODAY.minusDays(1)));
        assertThat(sample.until(new Subject.OfHousehold(family), received)).isEmpty();
        assertThat(As.system(() -> rechecks.list(Recheck.Which.CHANGED, 1)).rows())
                .filteredOn(asked -> asked.aid().entitlement().equals(received))
                .extracting(Recheck::reason)
                .containsExactly(Recheck.Reason.MEMBER_DIED);
    }

    @Test
    void told_twice_it_is_one_event() {
        RegisterEvent told = event("DEATH", number(), alone, LocalDate.of(2026, 5, 20));
        assertThat(sample.tell(told)).isEqualTo(sample.tell(told));
        EventId elsewhere =
                sample.tell(event("DEATH", "hospital", number(), alone, LocalDate.of(2026, 5, 20), Map.of()));
        assertThat(sample.status(elsewhere)).isEqualTo(Status.DONE);
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.yuan("1000.00"));
    }

    @Test
    void other_content_under_the_same_number_is_believed_by_nobody_until_a_person_has_said_which() {
        String number = number();
        EventId death = sample.tell(event("DEATH", number, alone, LocalDate.of(2026, 5, 20)));
        sample.tell(event("DEATH", number, alone, LocalDate.of(2026, 6, 20)));
        assertThat(sample.status(death)).isEqualTo(Status.WAITS_FOR_PERSON);
        assertThat(sample.stoppedAt(death)).contains("NOT_CONTRADICTED");
        assertThat(until()).isEmpty();
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.ZERO);
        As.system(() ->
                linkage.settle(death, new Settlement.Correct(About.of(alone), LocalDate.of(2026, 6, 20), "派出所来函")));
        assertThat(sample.status(death)).isEqualTo(Status.DONE);
        assertThat(until()).contains(YearMonth.of(2026, 7));
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.yuan("500.00"));
    }

    @Test
    void two_days_of_death_stop_each_other_and_the_right_one_is_accepted() {
        EventId first = sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 5, 20)));
        EventId second = sample.tell(event("DEATH", "hospital", number(), alone, LocalDate.of(2026, 7, 2), Map.of()));
        assertThat(List.of(sample.status(first), sample.status(second))).containsOnly(Status.WAITS_FOR_PERSON);
        assertThat(until()).isEmpty();
        As.system(() -> linkage.settle(first, new Settlement.Dismiss("同名误报")));
        assertThat(sample.status(second)).isEqualTo(Status.DONE);
        assertThat(until()).contains(YearMonth.of(2026, 8));
        assertThat(As.system(() -> people.person(alone)).diedOn()).contains(LocalDate.of(2026, 7, 2));
    }

    @Test
    void a_death_that_was_a_mistake_gives_everything_back() {
        EventId death = sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 5, 20)));
        As.system(() -> linkage.settle(death, new Settlement.Dismiss("本人到窗口")));
        assertThat(sample.status(death)).isEqualTo(Status.REFUSED);
        assertThat(until()).isEmpty();
        assertThat(As.system(() -> people.person(alone)).diedOn()).isEmpty();
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.ZERO);
        assertThat(As.system(() -> ledger.owedUnder(aid))).hasSize(6);
    }

    @Test
    void a_death_told_of_the_wrong_one_gives_that_one_everything_back() {
        PersonId other = sample.person("1951-02-02");
        HouseholdId elsewhere = sample.household(other);
        EntitlementId theirs = sample.receives(elsewhere, other);
        LocalDate died = LocalDate.of(2026, 5, 20);
        EventId death = sample.tell(event("DEATH", number(), alone, died));
        assertThat(until()).contains(YearMonth.of(2026, 6));
        As.system(() -> linkage.settle(death, new Settlement.Correct(About.of(other), died, "身份证号差一位")));
        assertThat(until()).isEmpty();
        assertThat(As.system(() -> people.person(alone)).diedOn()).isEmpty();
        assertThat(As.system(() -> benefits.overpaid(aid))).isEqualTo(Money.ZERO);
        assertThat(As.system(() -> people.person(other)).diedOn()).contains(died);
        assertThat(sample.until(new Subject.OfHousehold(elsewhere), theirs)).contains(YearMonth.of(2026, 6));
    }

    @Test
    void the_months_after_a_death_are_for_nobody_to_reckon() {
        var person = new Subject.OfPerson(alone);
        EntitlementId pension = sample.receives(person, VETERANS, alone, "900.00", YearMonth.of(2026, 2));
        EventId fraud = sample.tell(event("FRAUD_FOUND", number(), alone, LocalDate.of(2026, 3, 10)));
        EventId death = sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 5, 20)));
        assertThat(List.of(sample.status(fraud), sample.status(death))).containsOnly(Status.DONE);
        assertThat(sample.until(person, pension)).contains(YearMonth.of(2026, 12));
        assertThat(sample.effects(fraud, VETERANS))
                .extracting(LinkedEffect::effect)
                .containsExactly(LinkEffect.RECHECK);
    }

    @Test
    void a_hold_is_placed_at_once_and_released_by_a_person() {
        var person = new Subject.OfPerson(alone);
        EntitlementId pension = sample.receives(person, VETERANS, alone, "900.00", YearMonth.of(2026, 3));
        EventId custody = sample.tell(event("CUSTODY_BEGAN", number(), alone, LocalDate.of(2026, 7, 15)));
        LinkedEffect held = sample.effects(custody, VETERANS).getFirst();
        assertThat(held.effect()).isEqualTo(LinkEffect.SUSPEND);
        assertThat(As.system(() -> ledger.held(pension))).isPresent();
        As.system(() -> linkage.undoHold(held.id(), "判决无罪"));
        assertThat(As.system(() -> ledger.held(pension))).isEmpty();
        sample.tell(event("JOB_START", number(), alone, LocalDate.of(2026, 7, 16)));
        assertThat(As.system(() -> ledger.held(pension))).isEmpty();
    }

    @Test
    void a_release_ends_the_hold_and_what_waited_before_it_waits_for_a_person() {
        var person = new Subject.OfPerson(alone);
        EntitlementId pension = sample.receives(person, VETERANS, alone, "900.00", YearMonth.of(2026, 3));
        EventId released = sample.tell(event("CUSTODY_ENDED", number(), alone, LocalDate.of(2026, 7, 20)));
        EventId custody = sample.tell(event("CUSTODY_BEGAN", number(), alone, LocalDate.of(2026, 4, 15)));
        var waited = Period.between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 1));
        assertThat(As.system(() -> ledger.held(pension))).contains(waited);
        assertThat(sample.effects(custody, VETERANS))
                .extracting(LinkedEffect::effect, LinkedEffect::during)
                .containsExactly(tuple(LinkEffect.SUSPEND, waited));
        assertThat(sample.effects(released, VETERANS))
                .extracting(LinkedEffect::effect, LinkedEffect::status)
                .containsExactly(tuple(LinkEffect.RECHECK, LinkedEffect.Status.PLANNED));
        As.system(() -> linkage.settle(released, new Settlement.Dismiss("还在服刑")));
        assertThat(As.system(() -> ledger.held(pension))).contains(Period.since(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void whoever_reaches_an_age_is_found_on_the_day() {
        PersonId old = sample.person("1946-08-05");
        sample.household(old);
        clock.liveThrough(LocalDate.of(2026, 8, 5));
        List<LinkedEvent> told = As.system(() -> linkage.about(List.of(About.of(old))));
        assertThat(told).extracting(LinkedEvent::kind).containsExactly("AGE_80");
        assertThat(sample.effects(told.getFirst().id(), OLD_AGE))
                .extracting(LinkedEffect::effect)
                .contains(LinkEffect.DRAFT);
    }

    @Test
    void what_cannot_be_waits_for_a_person_at_the_filter_that_says_why() {
        PersonId other = sample.person("1980-06-01");
        assertThat(stopped("DEATH", TODAY.plusDays(1), Map.of())).isEqualTo("NOT_IN_FUTURE");
        assertThat(stopped("DEATH", LocalDate.of(1949, 1, 1), Map.of())).isEqualTo("AFTER_BIRTH");
        assertThat(stopped("HOSPITAL_BILL", TODAY, Map.of())).isEqualTo("COMPLETE");
        assertThat(stopped("HOME_DISCHARGE", TODAY, Map.of())).isEqualTo("BEGUN_BEFORE");
        assertThat(stopped("AGE_80", TODAY, Map.of())).isEqualTo("AGE_REACHED");
        sample.married(alone, sample.person("1952-01-01"));
        var wedding = Map.of(Detail.OTHER_PERSON, other.toString());
        assertThat(stopped("MARRIAGE", TODAY, wedding)).isEqualTo("UNMARRIED");
        assertThat(stopped("DIVORCE", TODAY, wedding)).isEqualTo("MARRIED");
        sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 7, 1)));
        assertThat(stopped("JOB_START", LocalDate.of(2026, 7, 2), Map.of())).isEqualTo("ALIVE_THEN");
        PersonId child = sample.person("2026-07-20");
        EventId birth = sample.tell(event(
                "BIRTH",
                "police",
                number(),
                child,
                LocalDate.of(2026, 7, 20),
                Map.of(Detail.OTHER_PERSON, alone.toString())));
        assertThat(sample.stoppedAt(birth)).contains("NOT_CONTRADICTED");
    }

    @Test
    void an_end_that_came_before_its_beginning_is_worked_when_the_beginning_is_told() {
        EventId discharge = sample.tell(event("HOME_DISCHARGE", number(), alone, LocalDate.of(2026, 7, 20)));
        assertThat(sample.status(discharge)).isEqualTo(Status.WAITS_FOR_PERSON);
        sample.tell(event("HOME_ADMISSION", number(), alone, LocalDate.of(2026, 6, 1)));
        assertThat(sample.status(discharge)).isEqualTo(Status.DONE);
    }

    @Test
    void an_event_about_somebody_unknown_waits_until_it_is_said_who_it_is() {
        var told = new RegisterEvent(
                "DEATH",
                new RegisterEvent.Origin("police", number()),
                About.unknown("310117********1234"),
                LocalDate.of(2026, 7, 20),
                TODAY,
                LinkSample.PLACE,
                Map.of());
        EventId death = sample.tell(told);
        assertThat(sample.stoppedAt(death)).contains("KNOWN_SUBJECT");
        assertThatThrownBy(() -> As.system(() -> linkage.settle(death, new Settlement.Accept("属实"))))
                .isInstanceOf(Refused.class);
        As.system(() ->
                linkage.settle(death, new Settlement.Correct(About.of(alone), LocalDate.of(2026, 7, 20), "核对身份证")));
        assertThat(until()).contains(YearMonth.of(2026, 8));
    }

    @Test
    void what_an_event_may_not_hold_is_refused() {
        var name = Map.of(Detail.CODE, "陈桂芳");
        assertThatThrownBy(() -> sample.tell(event("DISABILITY_CARD", "federation", number(), alone, TODAY, name)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("linkage.register.detail");
        assertThatThrownBy(() -> sample.tell(event("WON_THE_LOTTERY", number(), alone, TODAY)))
                .hasMessageContaining("linkage.register.unknown-kind");
        assertThatThrownBy(() -> sample.tell(event("DEATH", " ", alone, TODAY)))
                .hasMessageContaining("linkage.register.no-number");
    }

    @Test
    void a_file_is_told_row_by_row_and_says_what_it_could_not_read(@TempDir Path folder) throws IOException {
        String identity = As.system(() -> people.identityNumber(alone, "test")).value();
        Path file = folder.resolve("events.csv");
        Files.writeString(file, """
            事件,来源编号,对象,日期
            死亡,HZ-1,%1$s,2026-07-20
            DEATH,HZ-1,%1$s,2026-07-20
            死亡,HZ-2,123,2026-07-20
            中奖,HZ-3,%1$s,2026-07-20
            死亡,HZ-4,%1$s,七月
            """.formatted(identity));
        LoadReport report = As.system(() -> files.load(file, "events.csv", "crematory", new DivisionCode("310117")));
        assertThat(report.registered()).isEqualTo(1);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.refused()).extracting(LoadReport.Row::number).containsExactly(4, 5, 6);
        assertThat(until()).contains(YearMonth.of(2026, 8));
    }

    @Test
    void a_member_who_died_unheard_of_is_reckoned_back_to_the_month_after_and_proposed() {
        PersonId head = sample.person("1970-01-01");
        PersonId wife = sample.person("1972-02-02");
        HouseholdId couple = sample.household(head, wife);
        sample.isPoor(couple, head, wife);
        var subject = new Subject.OfHousehold(couple);
        Money forTwo = monthly(subject);
        EntitlementId received = sample.receives(subject, DIBAO, head, forTwo.plain(), YearMonth.of(2026, 3));
        EventId death = sample.tell(event("DEATH", number(), wife, LocalDate.of(2026, 5, 20)));
        Money tooMuch = monthly(subject).minus(forTwo).times(new BigDecimal(2), RoundingMode.UNNECESSARY);
        assertThat(tooMuch.isNegative()).isTrue();
        assertThat(sample.effects(death, DIBAO))
                .extracting(LinkedEffect::effect, LinkedEffect::status, LinkedEffect::difference)
                .containsExactly(tuple(LinkEffect.RECHECK, LinkedEffect.Status.PLANNED, tooMuch));
        assertThat(sample.until(subject, received)).isEmpty();
        assertThat(As.system(() -> benefits.overpaid(received))).isEqualTo(Money.ZERO);
    }

    @Test
    void whoever_died_is_taken_off_the_lists_of_other_bureaus_by_somebody() {
        MatterId medical = new MatterId("yiliao-shenfen");
        sample.isRecognised(alone, medical);
        EventId death = sample.tell(event("DEATH", number(), alone, LocalDate.of(2026, 7, 20)));
        LinkedEffect listed = sample.effects(death, medical).getFirst();
        assertThat(listed.status()).isEqualTo(LinkedEffect.Status.PLANNED);
        As.system(() -> linkage.done(listed.id(), "已从医保名单移出"));
        assertThat(sample.effects(death, medical).getFirst().status()).isEqualTo(LinkedEffect.Status.DONE);
        assertThatThrownBy(() -> As.system(() -> linkage.done(listed.id(), "再办一次")))
                .hasMessageContaining("linkage.effect.not-planned");
    }

    private Money monthly(Subject subject) {
        return As.system(() ->
                Outcomes.monthly(eligibility.determine(DIBAO, subject, TODAY).outcome()));
    }

    private String stopped(String kind, LocalDate on, Map<Detail, String> details) {
        EventId id = sample.tell(event(kind, "police", number(), alone, on, details));
        assertThat(sample.status(id)).as(kind).isEqualTo(Status.WAITS_FOR_PERSON);
        return sample.stoppedAt(id).orElseThrow();
    }

    private java.util.Optional<YearMonth> until() {
        return sample.until(new Subject.OfHousehold(home), aid);
    }

    private static String number() {
        return "N" + ++numbers;
    }
}
