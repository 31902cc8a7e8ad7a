package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.benefits.Award;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.MergePlan.Field;
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class MergingTest {
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final LocalDate BEFORE = TODAY.minusYears(2);
    private static final DivisionCode HERE = new DivisionCode("310117003001");
    private static final DivisionCode THERE = new DivisionCode("310117004001");
    private static final MatterId ELDERLY = new MatterId("gaoling-jintie");
    private static final Actor.Staff OFFICER = As.staff("COUNTY_OFFICER", "310117", "people.merge");
    private static final Actor.Staff LEADER = As.staff("COUNTY_LEADER", "310117", "people.merge-confirm");
    private static int sequence;

    @Autowired
    People people;

    @Autowired
    Merging merging;

    @Autowired
    Facts facts;

    @Autowired
    Benefits benefits;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private PersonId person(String name, DivisionCode place) {
        String seventeen = "990117" + "19550101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(
                new RegisterPerson(identity, name, place, "文诚路" + sequence + "号", "1900000" + sequence)));
    }

    private PersonId person(String name) {
        return person(name, HERE);
    }

    private HouseholdId home(PersonId head) {
        return As.system(
                () -> people.found(new FoundHousehold(head, people.person(head).area(), "文诚路1号", BEFORE)));
    }

    private void card(PersonId holder, int number) {
        String digits = "629999" + String.format("%012d", number);
        int sum = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = (digits.charAt(i) - '0') * ((digits.length() - 1 - i) % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        var card = new BankCard(digits + (10 - sum % 10) % 10);
        As.system(() -> people.giveCard(holder, "农业银行", card, BEFORE));
    }

    private void fact(PersonId about, String value, LocalDate since) {
        As.system(() -> facts.record(
                new RecordFact(new Subject.OfPerson(about), "wage", value, Period.since(since), "CHECKED", "核对报告")));
    }

    private void receives(PersonId person, YearMonth from, Optional<YearMonth> until) {
        var award = new Award(
                new Entitlement(
                        EntitlementId.next(),
                        ELDERLY,
                        new Subject.OfPerson(person),
                        person,
                        Money.yuan("180.00"),
                        from,
                        until,
                        CaseFileId.next(),
                        HERE),
                List.of());
        As.system(() -> benefits.importHistory(List.of(award)));
    }

    private static MergePlan plan(PersonId survivor, PersonId merged, Field... taken) {
        return new MergePlan(survivor, merged, Set.of(taken), Set.of());
    }

    private Merge merge(MergePlan plan) {
        Merge made = Acting.as(OFFICER, () -> merging.merge(plan, "本人到窗口说明"));
        return made.status() == Merge.Status.PROPOSED ? Acting.as(LEADER, () -> merging.confirm(made.id())) : made;
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
        for (String language : List.of("zh", "en")) {
            assertThat(Texts.in(language, code, "a", 2, "c")).doesNotStartWith("[");
        }
    }

    @Test
    void what_hangs_on_the_other_record_follows_and_old_links_lead_to_the_survivor() {
        PersonId survivor = person("陈桂芳");
        PersonId merged = person("陈贵芳", THERE);
        card(merged, 1);
        fact(merged, "1200.00", BEFORE);
        As.system(() -> people.tag(merged, "独居老人", BEFORE));
        IdentityNumber old = As.system(() -> people.identityNumber(merged, "test"));
        merge(plan(survivor, merged, Field.PHONE));
        As.system(() -> {
            assertThat(people.survivorOf(merged)).contains(survivor);
            assertThat(people.byIdentity(old)).contains(survivor);
            assertThat(people.payAccount(survivor, TODAY)).isPresent();
            assertThat(people.tagsOf(survivor, TODAY)).containsExactly("独居老人");
            assertThat(people.search("陈贵芳", 1).rows()).isEmpty();
            assertThat(people.search(old.value(), 1).rows())
                    .extracting(hit -> hit.person().id())
                    .containsExactly(survivor);
            assertThat(people.person(merged).name()).isEqualTo("陈贵芳");
        });
        var street = As.staff("STREET_CLERK", "310117003");
        assertThat(Acting.as(street, () -> people.payAccount(survivor, TODAY))).isPresent();
        assertRefused("people.merged", () -> As.system(() -> people.tag(merged, "老人", TODAY)));
    }

    @Test
    void chosen_fields_are_taken_and_come_back() {
        PersonId survivor = person("李秀英");
        PersonId merged = person("李秀瑛");
        IdentityNumber taken = As.system(() -> people.identityNumber(merged, "test"));
        IdentityNumber own = As.system(() -> people.identityNumber(survivor, "test"));
        Merge made = merge(plan(survivor, merged, Field.NAME, Field.IDENTITY));
        As.system(() -> {
            assertThat(people.person(survivor).name()).isEqualTo("李秀瑛");
            assertThat(people.identityNumber(survivor, "test")).isEqualTo(taken);
            assertThat(people.byIdentity(own)).contains(survivor);
            assertThat(people.search("李秀瑛", 1).rows()).hasSize(1);
        });
        Acting.as(LEADER, () -> merging.undo(made.id(), List.of(), "是两个人"));
        As.system(() -> {
            assertThat(people.identityNumber(survivor, "test")).isEqualTo(own);
            assertThat(people.byIdentity(taken)).contains(merged);
            assertThat(people.search("李秀瑛", 1).rows())
                    .extracting(hit -> hit.person().id())
                    .containsExactly(merged);
        });
    }

    @Test
    void two_cards_cannot_both_stand_and_the_clerk_says_which_does() {
        PersonId survivor = person("王根妹");
        PersonId merged = person("王根美");
        card(survivor, 11);
        card(merged, 12);
        String ofSurvivor = As.system(() -> people.payAccount(survivor, TODAY))
                .orElseThrow()
                .masked();
        String ofMerged =
                As.system(() -> people.payAccount(merged, TODAY)).orElseThrow().masked();
        Rehearsal rehearsal = Acting.as(OFFICER, () -> merging.rehearse(plan(survivor, merged)));
        assertThat(rehearsal.left()).extracting(Rehearsal.Clash::table).containsExactly("people.bank_card");
        assertThat(As.system(() -> people.survivorOf(merged)))
                .as("a rehearsal changes nothing")
                .isEmpty();
        Merge made = merge(new MergePlan(survivor, merged, Set.of(), Set.of("people.bank_card")));
        assertThat(As.system(() -> people.payAccount(survivor, TODAY))
                        .orElseThrow()
                        .masked())
                .isEqualTo(ofMerged);
        Acting.as(LEADER, () -> merging.undo(made.id(), List.of(), "是两个人"));
        assertThat(As.system(() -> people.payAccount(survivor, TODAY))
                        .orElseThrow()
                        .masked())
                .isEqualTo(ofSurvivor);
        assertThat(As.system(() -> people.payAccount(merged, TODAY))
                        .orElseThrow()
                        .masked())
                .isEqualTo(ofMerged);
    }

    @Test
    void money_needs_a_second_person_and_aid_received_twice_is_a_finding() {
        PersonId survivor = person("张阿妹");
        PersonId merged = person("张阿美");
        receives(survivor, YearMonth.from(TODAY).minusMonths(6), Optional.empty());
        receives(
                merged,
                YearMonth.from(TODAY).minusMonths(5),
                Optional.of(YearMonth.from(TODAY).minusMonths(2)));
        Merge proposed = Acting.as(OFFICER, () -> merging.merge(plan(survivor, merged), "同一人"));
        assertThat(proposed.status()).isEqualTo(Merge.Status.PROPOSED);
        assertThat(proposed.findings()).extracting(Merge.Finding::code).containsExactly("benefits.merge.twice");
        assertThat(As.system(() -> people.survivorOf(merged))).isEmpty();
        assertRefused(
                "people.merge.waiting", () -> Acting.as(OFFICER, () -> merging.merge(plan(survivor, merged), "同一人")));
        assertRefused("people.merge.same-person", () -> Acting.as(OFFICER, () -> merging.confirm(proposed.id())));
        Acting.as(LEADER, () -> merging.confirm(proposed.id()));
        assertThat(As.system(() -> people.survivorOf(merged))).contains(survivor);
        assertRefused("people.merge.not-proposed", () -> Acting.as(LEADER, () -> merging.confirm(proposed.id())));
    }

    @Test
    void aid_of_one_matter_that_both_receive_now_is_settled_before() {
        PersonId survivor = person("赵金妹");
        PersonId merged = person("赵金美");
        receives(survivor, YearMonth.from(TODAY).minusMonths(6), Optional.empty());
        receives(merged, YearMonth.from(TODAY).minusMonths(5), Optional.empty());
        assertThat(Acting.as(OFFICER, () -> merging.rehearse(plan(survivor, merged)))
                        .isPossible())
                .isFalse();
        assertRefused(
                "people.merge.clash", () -> Acting.as(OFFICER, () -> merging.merge(plan(survivor, merged), "同一人")));
    }

    @Test
    void a_record_is_not_merged_with_itself_nor_in_a_chain_nor_in_a_circle() {
        PersonId one = person("周一");
        PersonId two = person("周二");
        PersonId three = person("周三");
        assertRefused("people.merge.self", () -> Acting.as(OFFICER, () -> merging.rehearse(plan(one, one))));
        merge(plan(one, two));
        assertRefused("people.merge.already", () -> Acting.as(OFFICER, () -> merging.rehearse(plan(three, two))));
        assertRefused("people.merge.already", () -> Acting.as(OFFICER, () -> merging.rehearse(plan(two, one))));
        assertRefused("people.merge.no-reason", () -> Acting.as(OFFICER, () -> merging.merge(plan(three, one), " ")));
    }

    @Test
    void different_days_of_death_are_settled_before() {
        PersonId one = person("吴一");
        PersonId two = person("吴二");
        As.system(() -> people.recordDeath(two, TODAY.minusDays(9), "殡仪馆"));
        assertRefused("people.merge.deaths", () -> Acting.as(OFFICER, () -> merging.rehearse(plan(one, two))));
    }

    @Test
    void the_head_of_others_does_not_leave_them_without_one() {
        PersonId one = person("郑一");
        PersonId two = person("郑二");
        PersonId wife = person("钱三");
        home(one);
        HouseholdId second = home(two);
        As.system(() -> people.join(new JoinHousehold(second, wife, "10", BEFORE, "")));
        assertRefused("people.merge.head", () -> Acting.as(OFFICER, () -> merging.merge(plan(one, two), "同一人")));
        merge(new MergePlan(one, two, Set.of(), Set.of("people.membership")));
        assertThat(As.system(() -> people.householdOf(one, TODAY))).contains(second);
        assertThat(As.system(() -> people.household(second, TODAY)).head()).isEqualTo(one);
    }

    @Test
    void a_merge_is_undone_once_and_the_last_one_first() {
        PersonId one = person("孙一");
        PersonId two = person("孙二");
        PersonId three = person("孙三");
        Merge first = merge(plan(one, two));
        Merge second = merge(plan(three, one));
        assertThat(As.system(() -> people.survivorOf(two))).contains(three);
        assertRefused("people.merge.later", () -> Acting.as(LEADER, () -> merging.undo(first.id(), List.of(), "错")));
        Acting.as(LEADER, () -> merging.undo(second.id(), List.of(), "错"));
        assertThat(As.system(() -> people.survivorOf(two))).contains(one);
        assertRefused(
                "people.merge.not-done", () -> Acting.as(LEADER, () -> merging.undo(second.id(), List.of(), "错")));
        Acting.as(LEADER, () -> merging.undo(first.id(), List.of(), "错"));
    }

    @Test
    void what_was_written_since_stays_with_the_survivor() {
        PersonId one = person("徐一");
        PersonId two = person("徐二");
        card(two, 21);
        Merge made = merge(plan(one, two));
        As.system(() -> people.tag(one, "军属", TODAY));
        Acting.as(LEADER, () -> merging.undo(made.id(), List.of(), "是两个人"));
        assertThat(As.system(() -> people.tagsOf(one, TODAY))).containsExactly("军属");
        assertThat(As.system(() -> people.payAccount(one, TODAY))).isEmpty();
        assertThat(As.system(() -> people.payAccount(two, TODAY))).isPresent();
    }

    @Test
    void whoever_does_not_see_both_does_not_merge_them() {
        PersonId one = person("何一");
        PersonId two = person("何二", THERE);
        var clerk = As.staff("STREET_CLERK", "310117003", "people.merge");
        assertThatThrownBy(() -> Acting.as(clerk, () -> merging.merge(plan(one, two), "同一人")))
                .isInstanceOf(org.weimin.kernel.NotFound.class);
        assertThatThrownBy(() -> Acting.as(
                        clerk,
                        () -> transaction.execute(
                                status -> db.sql("SELECT count(*) FROM people.hangings(ARRAY[:one, :two]::uuid[])")
                                        .param("one", one.value())
                                        .param("two", two.value())
                                        .query(Long.class)
                                        .single())))
                .rootCause()
                .hasMessageContaining("area");
    }

    @Test
    void merged_and_parted_again_every_row_of_the_database_is_as_before() {
        var whole = new WholeDatabase(db, transaction);
        for (int seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            PersonId one = person("林" + seed, random.nextBoolean() ? HERE : THERE);
            PersonId two = person("凌" + seed, random.nextBoolean() ? HERE : THERE);
            List<PersonId> both = List.of(one, two);
            for (PersonId each : both) {
                hang(each, both.get(each.equals(one) ? 1 : 0), random);
            }
            var fields = new HashSet<Field>();
            var preferred = new HashSet<String>();
            for (Field field : Field.values()) {
                if (random.nextBoolean()) {
                    fields.add(field);
                }
            }
            for (String table : List.of("people.bank_card", "people.membership", "people.group_tag", "facts.fact")) {
                if (random.nextBoolean()) {
                    preferred.add(table);
                }
            }
            Set<String> before = whole.rows();
            Merge made = merge(new MergePlan(one, two, fields, preferred));
            assertThat(whole.rows()).as("seed %d", seed).isNotEqualTo(before);
            Acting.as(LEADER, () -> merging.undo(made.id(), List.of(), "是两个人"));
            assertThat(whole.rows()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    private void hang(PersonId each, PersonId other, Random random) {
        if (random.nextInt(3) > 0) {
            card(each, 1_000 + 10 * sequence + random.nextInt(10));
        }
        if (random.nextBoolean()) {
            home(each);
        }
        for (String tag : List.of("独居老人", "残疾人", "军属")) {
            if (random.nextBoolean()) {
                As.system(() -> people.tag(each, tag, BEFORE.plusDays(random.nextInt(300))));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            fact(each, random.nextInt(3_000) + ".00", BEFORE.plusMonths(4L * i));
        }
        PersonId relative = person("亲属" + sequence);
        if (random.nextBoolean()) {
            As.system(() -> people.relate(new Kinship(each, relative, Kinship.Kind.SIBLING), BEFORE));
        }
        if (random.nextInt(4) == 0) {
            As.system(() -> people.relate(new Kinship(each, other, Kinship.Kind.SIBLING), BEFORE));
        }
        if (random.nextBoolean()) {
            As.system(() -> people.appointGuardian(each, relative, BEFORE, "证明"));
        }
        if (random.nextInt(3) == 0) {
            receives(
                    each,
                    YearMonth.from(TODAY).minusMonths(9),
                    Optional.of(YearMonth.from(TODAY).minusMonths(1)));
        }
    }
}
