package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.weimin.kernel.Acting.as;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.benefits.Recheck;
import org.weimin.benefits.Recheck.Which;
import org.weimin.benefits.Rechecks;
import org.weimin.casework.CaseFile.Status;
import org.weimin.eligibility.Eligibility;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Aid that is received is looked at again: goes on, is raised at once, or is reduced and ended after a hearing. */
@RoomTest
class RecheckTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final Money HUNDRED = Money.yuan("100.00");

    @Autowired
    Casework casework;

    @Autowired
    Rechecks rechecks;

    @Autowired
    Benefits benefits;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;
    private Subject household;
    private Money right;

    @BeforeEach
    void aHouseholdThatReceives() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00");
        household = new Subject.OfHousehold(home.id());
        right = As.system(() -> Outcomes.monthly(eligibility
                .determine(SampleCase.DIBAO, home.id(), clock.today())
                .outcome()));
        assertThat(right.isPositive()).isTrue();
    }

    @Test
    void what_is_due_by_its_class_is_on_the_list_and_off_it_when_it_was_looked_at() {
        receives(household, SampleCase.DIBAO, right, YearMonth.of(2025, 9));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(1));
        assertThat(mine(Which.DUE)).singleElement().satisfies(due -> {
            assertThat(due.on()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(due.aid().reviewClass()).isEqualTo("B");
        });
        CaseFileId id = open(Which.DUE);
        assertThat(mine(Which.RUNNING)).hasSize(1);
        as(home.clerk(), () -> casework.assess(id, "情况没有变化"));
        assertThat(get(id).status()).as("what stays the same ends at once").isEqualTo(Status.ARCHIVED);
        assertThat(mine(Which.DONE)).extracting(Recheck::result).containsExactly("CONFIRMED");
        clock.liveThrough(LocalDate.of(2026, 10, 2));
        assertThat(mine(Which.DUE)).isEmpty();
        assertThat(nextReview()).isEqualTo(LocalDate.of(2027, 8, 4));
    }

    @Test
    void whoever_is_in_another_class_is_looked_at_more_often() {
        receives(household, SampleCase.DIBAO, right, YearMonth.of(2025, 9));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(1));
        UUID due = mine(Which.DUE).getFirst().id();
        assertThatThrownBy(() -> as(home.clerk(), () -> rechecks.classify(due, "C", " ")))
                .hasMessageContaining("review.no-reason");
        as(home.clerk(), () -> rechecks.classify(due, "C", "打零工，收入不稳定"));
        assertThat(nextReview()).as("six months after it began").isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void a_raise_is_decided_by_a_second_person_and_takes_effect_at_once() {
        Entitlement before = receives(household, SampleCase.DIBAO, right.minus(HUNDRED), YearMonth.of(2026, 5));
        CaseFileId id = report(before, "家里多了一个孩子");
        as(home.clerk(), () -> casework.assess(id, "应当增加"));
        assertThat(get(id).status()).isEqualTo(Status.AWAITING_DECISION);
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        assertThat(live())
                .extracting(Entitlement::monthly, Entitlement::from)
                .contains(tuple(right, YearMonth.of(2026, 8)));
        assertThat(As.system(() -> ledger.owedUnder(live().getFirst().id())))
                .extracting(Payable::month, Payable::amount)
                .as("August was not paid yet: it is owed whole, under the new decision")
                .containsExactly(tuple(YearMonth.of(2026, 8), right));
        assertThat(letters(id)).containsExactly("changed");
    }

    @Test
    void a_reduction_waits_for_the_hearing_and_begins_with_the_next_month() {
        Entitlement before = receives(household, SampleCase.DIBAO, right.plus(HUNDRED), YearMonth.of(2026, 5));
        CaseFileId id = report(before, "本人报告打零工");
        as(home.clerk(), () -> casework.assess(id, "应当减少"));
        assertThat(get(id).status()).isEqualTo(Status.HEARING);
        assertThatThrownBy(() -> as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("减少"))))
                .isInstanceOf(Refused.class);
        hear(id);
        assertThatThrownBy(() -> as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed(" "))))
                .as("written reasons are owed")
                .hasMessageContaining("no-reasons");
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("家庭收入增加")));
        assertThat(live())
                .extracting(Entitlement::monthly, Entitlement::from)
                .contains(tuple(right, YearMonth.of(2026, 9)));
        assertThat(letters(id)).containsExactly("hearing", "changed");
        assertThat(mine(Which.DONE)).extracting(Recheck::result).containsExactly("REDUCED");
    }

    @Test
    void nobody_reduces_aid_by_deciding_otherwise_without_a_hearing() {
        Entitlement before = receives(household, SampleCase.DIBAO, right.minus(HUNDRED), YearMonth.of(2026, 5));
        CaseFileId id = report(before, "报告变化");
        as(home.clerk(), () -> casework.assess(id, "应当增加"));
        Verdict less = new Verdict.GrantInstead(right.minus(HUNDRED).minus(HUNDRED), "另有收入");
        assertThatThrownBy(() -> as(home.officer(), () -> casework.decide(id, less)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-heard");
    }

    @Test
    void a_persons_aid_is_ended_on_the_same_road() {
        var allowance = new MatterId("gaoling-jintie");
        var person = new Subject.OfPerson(home.head());
        Entitlement before = receives(person, allowance, HUNDRED, YearMonth.of(2026, 5));
        CaseFileId id = as(home.clerk(), () -> rechecks.report(person, before.id(), home.head(), "出生日期登记有误"));
        as(home.clerk(), () -> casework.assess(id, "不到年龄"));
        hear(id);
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("不到规定年龄")));
        assertThat(As.system(() -> benefits.of(person)))
                .extracting(Entitlement::until)
                .containsExactly(Optional.of(YearMonth.of(2026, 9)));
        assertThat(letters(id)).containsExactly("hearing", "stopped");
    }

    @Test
    void the_lot_falls_every_month_and_can_be_counted_again_from_its_seed() {
        receives(household, SampleCase.DIBAO, right, YearMonth.of(2026, 7));
        clock.set(LocalDate.of(2026, 11, 30));
        clock.liveThrough(LocalDate.of(2026, 12, 1));
        record Drawn(String seed, long population, long drawn) {}
        Drawn lot = inTransaction(() -> db.sql("""
            SELECT seed, population, drawn FROM benefits.draw WHERE matter = 'dibao' AND drawn_on = '2026-12-01'
            """).query(Drawn.class).single());
        assertThat(lot.drawn()).isEqualTo((lot.population() + 99) / 100);
        List<UUID> again = inTransaction(() -> db.sql("""
            SELECT entitlement_id FROM benefits.entitlement
             WHERE upper_inf(known) AND upper_inf(valid) AND matter = 'dibao'
             ORDER BY md5(:seed || entitlement_id), entitlement_id LIMIT :drawn
            """)
                .param("seed", lot.seed())
                .param("drawn", lot.drawn())
                .query(UUID.class)
                .list());
        assertThat(inTransaction(() -> db.sql("""
            SELECT r.entitlement_id FROM benefits.recheck r
              JOIN benefits.entitlement e ON e.entitlement_id = r.entitlement_id AND upper_inf(e.known)
             WHERE r.reason = 'DRAWN' AND e.matter = 'dibao' AND r.on_day = '2026-12-01'
            """).query(UUID.class).list()))
                .containsExactlyInAnyOrderElementsOf(again);
    }

    @Test
    void the_same_aid_is_looked_at_in_one_case_at_a_time() {
        Entitlement before = receives(household, SampleCase.DIBAO, right, YearMonth.of(2026, 5));
        report(before, "报告变化");
        assertThatThrownBy(() -> report(before, "再次报告")).isInstanceOf(Refused.class);
    }

    private Entitlement receives(Subject subject, MatterId matter, Money monthly, YearMonth from) {
        var granted = new Entitlement(
                EntitlementId.next(),
                matter,
                subject,
                home.head(),
                monthly,
                from,
                Optional.empty(),
                CaseFileId.next(),
                PLACE);
        As.system(() -> benefits.importHistory(List.of(new Award(granted, List.of()))));
        return granted;
    }

    private CaseFileId report(Entitlement received, String what) {
        return as(home.clerk(), () -> rechecks.report(household, received.id(), home.head(), what));
    }

    private CaseFileId open(Which which) {
        UUID asked = mine(which).getFirst().id();
        return as(home.clerk(), () -> rechecks.open(asked, home.head(), "定期核查"));
    }

    private void hear(CaseFileId id) {
        var today = clock.today();
        Letter notice = As.system(() -> sample.letters(id)).getFirst();
        as(home.clerk(), () -> casework.serve(id, new ServeLetter(notice.id(), today, ServeLetter.How.IN_PERSON)));
        var hearing = new Hearing(
                today, today, Hearing.Manner.IN_PERSON, "没有意见", home.clerk().id());
        as(home.clerk(), () -> casework.hear(id, hearing, NewFacts.NONE));
    }

    /** What the list shows of this test's household. */
    private List<Recheck> mine(Which which) {
        return As.system(() -> rechecks.list(which, 1)).rows().stream()
                .filter(each -> each.subject().equals(household))
                .toList();
    }

    private LocalDate nextReview() {
        return inTransaction(() -> db.sql("SELECT due_on FROM benefits.review WHERE subject_id = :id")
                .param("id", home.id().value())
                .query(LocalDate.class)
                .single());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return As.system(() -> transaction.execute(status -> work.get()));
    }

    private List<Entitlement> live() {
        return As.system(() -> benefits.of(household)).stream()
                .filter(each -> each.until().isEmpty())
                .toList();
    }

    private List<String> letters(CaseFileId id) {
        return As.system(() -> sample.letters(id)).stream().map(Letter::kind).toList();
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }
}
