package org.weimin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.casework.DecisionIssued;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.people.FoundHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.BrokenInvariants;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class BenefitsTest {
    private static final MatterId SUBSIDY = new MatterId("jiage-butie");
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static int sequence;

    @Autowired
    Benefits benefits;

    @Autowired
    OneOffs oneOffs;

    @Autowired
    Ledger ledger;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BrokenInvariants broken;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private PersonId head;
    private Subject subject;

    @BeforeEach
    void a_household_on_the_third_of_august() {
        clock.set(TestClock.FIRST_DAY);
        head = person();
        subject = new Subject.OfHousehold(household(head));
    }

    @AfterEach
    void every_invariant_holds() {
        assertThat(broken.ids()).isEmpty();
    }

    @Test
    void a_grant_from_next_month_owes_nothing_until_its_first_day() {
        decided(Pack.Acts.GRANT, "1110.00", LocalDate.of(2026, 9, 1));
        assertThat(owed()).isEmpty();
        clock.liveThrough(LocalDate.of(2026, 9, 2));
        assertThat(owed())
                .extracting(Payable::month, Payable::kind, Payable::amount)
                .containsExactly(tuple(YearMonth.of(2026, 9), Payable.Kind.REGULAR, Money.yuan("1110.00")));
    }

    @Test
    void a_late_decision_pays_the_months_that_have_passed() {
        decided(Pack.Acts.GRANT, "500.00", LocalDate.of(2026, 6, 1));
        assertThat(owed())
                .extracting(Payable::month, Payable::kind)
                .containsExactly(
                        tuple(YearMonth.of(2026, 6), Payable.Kind.BACK_PAY),
                        tuple(YearMonth.of(2026, 7), Payable.Kind.BACK_PAY),
                        tuple(YearMonth.of(2026, 8), Payable.Kind.REGULAR));
    }

    @Test
    void a_month_is_owed_once_however_often_it_is_accrued() {
        decided(Pack.Acts.GRANT, "500.00", LocalDate.of(2026, 8, 1));
        assertThat(As.system(() -> benefits.accrue(YearMonth.of(2026, 8)))).isZero();
        assertThat(owed()).hasSize(1);
    }

    @Test
    void a_rise_with_a_past_date_is_back_pay_of_the_difference() {
        decided(Pack.Acts.GRANT, "500.00", LocalDate.of(2026, 6, 1));
        decided(Pack.Acts.GRANT, "560.00", LocalDate.of(2026, 7, 1));
        var old = As.system(() -> benefits.of(subject)).stream()
                .filter(each -> each.until().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(old.until()).contains(YearMonth.of(2026, 7));
        assertThat(Money.sum(allOwed().map(Payable::amount))).isEqualTo(Money.yuan("1620.00"));
    }

    @Test
    void a_stop_withdraws_what_no_run_has_taken_and_tells_the_rules() {
        decided(Pack.Acts.GRANT, "500.00", LocalDate.of(2026, 8, 1));
        assertThat(receivesOn(LocalDate.of(2026, 8, 15))).isEqualTo("true");
        clock.liveThrough(LocalDate.of(2026, 9, 1));
        decided(Pack.Acts.STOP, "", LocalDate.of(2026, 9, 1));
        assertThat(owed()).extracting(Payable::month).containsExactly(YearMonth.of(2026, 8));
        assertThat(receivesOn(LocalDate.of(2026, 9, 15))).isEqualTo("false");
        clock.liveThrough(LocalDate.of(2026, 10, 1));
        assertThat(owed()).hasSize(1);
    }

    @Test
    void history_is_taken_over_as_paid_with_the_present_month_still_owed() {
        var history = new Entitlement(
                EntitlementId.next(),
                SUBSIDY,
                subject,
                head,
                Money.yuan("300.00"),
                YearMonth.of(2025, 11),
                Optional.empty(),
                CaseFileId.next(),
                PLACE);
        As.system(() -> benefits.importHistory(List.of(new Award(history, List.of()))));
        assertThat(owed()).hasSize(10);
        Integer open = As.system(() -> transaction.execute(
                status -> db.sql("SELECT count(*) FROM ledger.payable WHERE payee_id = ? AND status = 'OPEN'")
                        .param(head.value())
                        .query(Integer.class)
                        .single()));
        assertThat(open).isEqualTo(1);
    }

    @Test
    void what_is_found_and_not_paid_holds_as_long_as_it_is_valid() {
        var found = new Grant.Identity("MARGIN_HOUSEHOLD", Text.same("边缘"), 12, List.of());
        var event = new DecisionIssued(
                CaseFileId.next(),
                new MatterId("jiaoyu-shenfen"),
                Pack.Acts.GRANT,
                subject,
                head,
                PLACE,
                LocalDate.of(2026, 9, 1),
                DeterminationId.next(),
                new Outcome.Entitled(List.of(found)));
        As.system(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
        assertThat(owed()).isEmpty();
        assertThat(factOn("receivesJiaoyuShenfen", LocalDate.of(2026, 8, 31))).isEmpty();
        assertThat(factOn("receivesJiaoyuShenfen", LocalDate.of(2026, 9, 1))).isEqualTo("true");
        assertThat(factOn("receivesJiaoyuShenfen", LocalDate.of(2027, 8, 31))).isEqualTo("true");
        assertThat(factOn("receivesJiaoyuShenfen", LocalDate.of(2027, 9, 1))).isEmpty();
    }

    @Test
    void what_is_given_once_is_owed_once_in_the_month_of_the_decision_and_never_again() {
        var once = new Grant.OneOff(Money.yuan("3000.00"), "", List.of(head.toString()));
        var event = new DecisionIssued(
                CaseFileId.next(),
                new MatterId("jiage-butie"),
                Pack.Acts.GRANT,
                subject,
                head,
                PLACE,
                LocalDate.of(2026, 9, 1),
                DeterminationId.next(),
                new Outcome.Entitled(List.of(once)));
        As.system(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
        As.system(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
        clock.liveThrough(LocalDate.of(2026, 10, 2));
        assertThat(owed()).isEmpty();
        OneOff given = As.system(() -> oneOffs.of(subject)).getFirst();
        assertThat(As.system(() -> ledger.owedUnder(new EntitlementId(given.id()))))
                .extracting(Payable::month, Payable::kind, Payable::amount)
                .containsExactly(tuple(YearMonth.of(2026, 8), Payable.Kind.ONE_OFF, Money.yuan("3000.00")));
    }

    private void decided(Pack.Acts acts, String monthly, LocalDate from) {
        var outcome = monthly.isEmpty()
                ? new Outcome.NotEntitled("income-at-or-above-standard")
                : new Outcome.Entitled(List.of(new Grant.Monthly(Money.yuan(monthly), "", List.of())));
        var event = new DecisionIssued(
                CaseFileId.next(), SUBSIDY, acts, subject, head, PLACE, from, DeterminationId.next(), outcome);
        As.system(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }

    private List<Payable> owed() {
        return allOwed().toList();
    }

    private java.util.stream.Stream<Payable> allOwed() {
        return As.system(() -> benefits.of(subject)).stream()
                .flatMap(each -> As.system(() -> ledger.owedUnder(each.id())).stream());
    }

    private String receivesOn(LocalDate day) {
        return factOn("receivesJiageButie", day);
    }

    private String factOn(String name, LocalDate day) {
        return As.system(() -> facts.of(subject, day)).stream()
                .filter(fact -> fact.name().equals(name))
                .map(FactItem::value)
                .findFirst()
                .orElse("");
    }

    private PersonId person() {
        String seventeen = "99011719500101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, "测试人", PLACE, "文诚路1号", "")));
    }

    private HouseholdId household(PersonId of) {
        return As.system(() -> people.found(new FoundHousehold(of, PLACE, "文诚路1号", LocalDate.of(2020, 1, 1))));
    }
}
