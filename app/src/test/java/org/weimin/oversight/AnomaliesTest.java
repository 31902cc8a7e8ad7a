package org.weimin.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.Casework;
import org.weimin.casework.PastDecision;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.oversight.Anomaly.Kind;
import org.weimin.oversight.Anomaly.Status;
import org.weimin.oversight.internal.Checks;
import org.weimin.people.FoundHousehold;
import org.weimin.people.Kinship;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What somebody does with an anomaly, and who never sees it. */
@RoomTest
class AnomaliesTest {
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final BankCard CARD = new BankCard("6299990000009990015");
    private static final AtomicInteger SEQUENCE = new AtomicInteger(700);

    @Autowired
    Anomalies anomalies;

    @Autowired
    Checks checks;

    @Autowired
    People people;

    @Autowired
    Benefits benefits;

    @Autowired
    Rechecks rechecks;

    @Autowired
    Casework casework;

    @Autowired
    Staffing staffing;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private Actor.Staff auditor = As.staff("AUDITOR", "310117");

    private record Home(HouseholdId id, PersonId head) {}

    @BeforeEach
    void an_auditor_works_here() {
        clock.set(TODAY);
        auditor = official("AUDITOR", Optional.empty());
    }

    private Actor.Staff official(String role, Optional<PersonId> own) {
        String name = "o" + SEQUENCE.incrementAndGet();
        var post = As.staff(role, "310117");
        var id = As.system(() -> staffing.employ(new EmployStaff(name, name, own)));
        return new Actor.Staff(id, name, post.post(), role, post.permissions(), post.area());
    }

    private Home home(Optional<BankCard> card) {
        return As.system(() -> {
            String seventeen = "99011719700301" + SEQUENCE.incrementAndGet();
            var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
            PersonId head =
                    people.register(new RegisterPerson(identity, "陈桂芳", PLACE, "文诚路" + SEQUENCE.get() + "号", ""));
            HouseholdId id =
                    people.found(new FoundHousehold(head, PLACE, "文诚路" + SEQUENCE.get() + "号", TODAY.minusYears(3)));
            card.ifPresent(number -> people.giveCard(head, "农业银行", number, TODAY.minusYears(2)));
            return new Home(id, head);
        });
    }

    private Entitlement receives(Home home) {
        var award = new Entitlement(
                new EntitlementId(UUID.randomUUID()),
                DIBAO,
                new Subject.OfHousehold(home.id()),
                home.head(),
                Money.yuan("900.00"),
                YearMonth.from(TODAY).minusMonths(2),
                Optional.empty(),
                CaseFileId.next(),
                PLACE);
        As.system(() -> transaction.executeWithoutResult(
                status -> benefits.importHistory(List.of(new Award(award, List.of())))));
        return award;
    }

    private List<Anomaly> found(Kind kind) {
        As.system(anomalies::patrol);
        return As.system(() ->
                anomalies.all(new AnomalyFilter(Optional.of(kind), Optional.empty(), new DivisionCode("310117"))));
    }

    private Anomaly sharedCard() {
        receives(home(Optional.of(CARD)));
        receives(home(Optional.of(CARD)));
        return found(Kind.SHARED_CARD).getFirst();
    }

    private static CloseAnomaly close(Anomaly anomaly, Status result, String note, String receiver) {
        return new CloseAnomaly(anomaly.id(), result, note, receiver, anomaly.version());
    }

    @Test
    void an_anomaly_is_not_closed_without_a_result_a_reason_or_a_receiver() {
        Anomaly one = sharedCard();
        assertThatThrownBy(() -> close(one, Status.OPEN, "查过了没有问题", ""))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.close.no-result"));
        assertThatThrownBy(() -> close(one, Status.EXPLAINED, " 好 ", ""))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.close.no-reason"));
        assertThatThrownBy(() -> close(one, Status.HANDED_OVER, "涉嫌冒领", ""))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.close.no-receiver"));
    }

    @Test
    void what_was_explained_is_looked_at_again_when_its_rows_change() {
        Anomaly one = sharedCard();
        Acting.as(auditor, () -> anomalies.close(close(one, Status.EXPLAINED, "邻居代领，有委托书", "")));
        assertThat(found(Kind.SHARED_CARD))
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(Status.EXPLAINED));
        receives(home(Optional.of(CARD)));
        assertThat(found(Kind.SHARED_CARD)).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(one.id());
            assertThat(each.status()).isEqualTo(Status.OPEN);
        });
        assertThat(Acting.as(auditor, () -> anomalies.steps(one.id())))
                .extracting(Anomaly.Step::what)
                .containsExactly("FOUND", "EXPLAINED", "REOPENED");
    }

    @Test
    void only_what_is_confirmed_goes_on_to_be_looked_at_again_and_nothing_is_stopped_by_it() {
        Anomaly one = sharedCard();
        var award = new EntitlementId(one.evidence().getFirst().id());
        assertThatThrownBy(() -> Acting.as(auditor, () -> anomalies.lookAgain(one.id(), award)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.again.not-confirmed"));

        Home dead = home(Optional.empty());
        Entitlement received = receives(dead);
        // Entered as it comes from another register, late and without an event.
        As.system(() -> transaction.executeWithoutResult(
                status -> db.sql("UPDATE people.person SET died_on = :on, death_source = 'REGISTER' WHERE id = :id")
                        .param("on", TODAY.minusDays(50))
                        .param("id", dead.head().value())
                        .update()));
        Anomaly late = found(Kind.PAID_AFTER_DEATH).stream()
                .filter(each -> each.evidence().stream()
                        .anyMatch(row -> row.id().equals(received.id().value())))
                .findFirst()
                .orElseThrow();
        Acting.as(auditor, () -> anomalies.close(close(late, Status.CONFIRMED, "派出所证实已死亡", "")));
        Acting.as(auditor, () -> anomalies.lookAgain(late.id(), received.id()));
        assertThat(As.system(() -> rechecks.list(Recheck.Which.REPORTED, 1)).rows())
                .anySatisfy(asked -> {
                    assertThat(asked.aid().entitlement()).isEqualTo(received.id());
                    assertThat(asked.reason()).isEqualTo(Recheck.Reason.AUDITED);
                });
        assertThat(As.system(() -> benefits.of(received.subject())))
                .allSatisfy(each -> assertThat(each.until()).isEmpty());
    }

    @Test
    void neither_the_official_concerned_nor_kin_see_it_or_close_it() {
        Home mother = home(Optional.empty());
        Home daughter = home(Optional.empty());
        As.system(() ->
                people.relate(new Kinship(daughter.head(), mother.head(), Kinship.Kind.PARENT), TODAY.minusYears(20)));
        Actor.Staff clerk = official("AUDITOR", Optional.of(daughter.head()));
        As.system(() -> {
            var post = staffing.openPost("审计员", Role.AUDITOR, Optional.empty(), clerk.area());
            staffing.appoint(clerk.id(), post, TODAY.minusYears(1));
        });
        Entitlement award = receives(mother);
        As.system(() -> transaction.executeWithoutResult(status -> casework.takeOver(List.of(new PastDecision(
                award.decidedBy(),
                DIBAO,
                award.subject(),
                clerk.id(),
                StaffId.next(),
                TODAY.minusDays(30).atTime(10, 0).atZone(BusinessClock.ZONE).toInstant(),
                PLACE)))));
        Anomaly handled = found(Kind.KIN_DECIDED).getFirst();
        assertThatThrownBy(() -> Acting.as(clerk, () -> anomalies.get(handled.id())))
                .isInstanceOf(NotFound.class);
        assertThat(Acting.as(clerk, () -> anomalies.list(everything(), 1)).rows())
                .noneMatch(each -> each.id().equals(handled.id()));

        Anomaly ofTheMother = anomalyAbout(mother);
        Actor.Staff kin = official("AUDITOR", Optional.of(daughter.head()));
        assertThat(Acting.as(kin, () -> anomalies.list(everything(), 1)).rows())
                .noneMatch(each -> each.id().equals(ofTheMother.id()));
        assertThatThrownBy(() ->
                        Acting.as(kin, () -> anomalies.close(close(ofTheMother, Status.EXPLAINED, "没有问题的", ""))))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.concerns-you"));
        assertThat(Acting.as(auditor, () -> anomalies.list(everything(), 1)).rows())
                .anyMatch(each -> each.id().equals(ofTheMother.id()));
    }

    private Anomaly anomalyAbout(Home mother) {
        As.system(() -> people.giveCard(mother.head(), "农业银行", CARD, TODAY.minusYears(1)));
        receives(home(Optional.of(CARD)));
        return found(Kind.SHARED_CARD).stream()
                .filter(each -> each.evidence().stream()
                        .anyMatch(row -> row.id().equals(mother.head().value())))
                .findFirst()
                .orElseThrow();
    }

    private static AnomalyFilter everything() {
        return new AnomalyFilter(Optional.empty(), Optional.empty(), new DivisionCode("310117"));
    }

    @Test
    void an_unknown_anomaly_is_not_found() {
        assertThatThrownBy(() -> Acting.as(auditor, () -> anomalies.get(AnomalyId.next())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> AnomalyId.of("no-such-id")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_county_looks_by_its_own_thresholds() {
        sharedCard();
        assertThat(sharedCards(new DivisionCode("310115"))).isPositive();
        assertThat(sharedCards(PLACE.county())).isZero();
    }

    /** Where that county looks only from a hundred households on. */
    private long sharedCards(DivisionCode easy) {
        return As.system(() -> transaction.execute(status -> checks
                .find(
                        county -> checks.thresholds(county, TODAY)
                                .supposing(county.equals(easy) ? Map.of("sharedCardHouseholds", "100") : Map.of()),
                        TODAY)
                .stream()
                .filter(found -> found.kind() == Kind.SHARED_CARD)
                .count()));
    }

    @Test
    void a_threshold_out_of_range_or_unknown_is_refused() {
        Thresholds thresholds = As.system(() -> transaction.execute(status -> checks.thresholds(PLACE, TODAY)));
        assertThatThrownBy(() -> thresholds.supposing(Map.of("sharedCardHouseholds", "1")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.threshold.range"));
        assertThatThrownBy(() -> thresholds.supposing(Map.of("officeUntilHour", "late")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.threshold.range"));
        assertThatThrownBy(() -> thresholds.supposing(Map.of("luck", "7")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("oversight.threshold.unknown"));
    }
}
