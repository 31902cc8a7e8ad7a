package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.demo.Twice;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.DuplicatePair.Confidence;
import org.weimin.people.DuplicatePair.Status;
import org.weimin.people.internal.DuplicateWork;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class DuplicatesTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final DivisionCode HERE = new DivisionCode("310117003001");
    private static final DivisionCode ELSEWHERE = new DivisionCode("310117004001");
    private static final Actor.Staff OFFICER =
            As.staff("COUNTY_OFFICER", "310117", "people.duplicates", "people.merge");

    @Autowired
    People people;

    @Autowired
    Census census;

    @Autowired
    Divisions divisions;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateWork work;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyIsRegistered() {
        As.system(() -> transaction.executeWithoutResult(status -> {
            db.sql("DELETE FROM people.duplicate_pair").update();
            db.sql("DELETE FROM people.bank_card").update();
            db.sql("DELETE FROM people.membership").update();
            db.sql("DELETE FROM people.household").update();
            db.sql("DELETE FROM people.search_token").update();
            db.sql("DELETE FROM people.person").update();
        }));
    }

    private static IdentityNumber number(String seventeen) {
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    private PersonId register(String seventeen, String name, DivisionCode place, String address, String phone) {
        return As.system(() -> people.register(new RegisterPerson(number(seventeen), name, place, address, phone)));
    }

    private List<DuplicatePair> compare() {
        As.system(() -> {
            duplicates.ask(COUNTY);
            work.work();
        });
        return list(Status.OPEN);
    }

    private List<DuplicatePair> list(Status status) {
        return Acting.as(OFFICER, () -> duplicates.list(new DuplicateFilter(COUNTY, status, Confidence.POSSIBLE), 1))
                .rows();
    }

    /** Two hundred others, so that a name can be common or rare. */
    private void others() {
        var drawn = new Twice(7, List.of(HERE, ELSEWHERE));
        var families = new ArrayList<Family>();
        while (families.size() < 120) {
            families.add(drawn.next().getFirst());
        }
        As.system(
                () -> census.enrol(families, TestClock.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private DuplicatePair onePair() {
        others();
        register("99011719700101001", "欧阳晓峰", HERE, "文诚路1号", "19000000001");
        register("99011719700101003", "欧阳小峰", ELSEWHERE, "新松江路9号", "19000000001");
        List<DuplicatePair> found = compare();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void of_known_duplicates_nearly_all_are_found_and_nearly_nothing_else() {
        List<DivisionCode> places = divisions.children(COUNTY, TestClock.FIRST_DAY).stream()
                .flatMap(town -> divisions.children(town.code(), TestClock.FIRST_DAY).stream())
                .map(each -> each.code())
                .limit(40)
                .toList();
        var drawn = new Twice(20261122, places);
        var families = new ArrayList<Family>();
        for (int i = 0; i < 2_500; i++) {
            families.addAll(drawn.next());
        }
        As.system(
                () -> census.enrol(families, TestClock.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
        As.system(() -> {
            duplicates.ask(COUNTY);
            work.work();
        });
        Set<Set<PersonId>> found = new HashSet<>();
        Acting.as(
                        OFFICER,
                        () -> duplicates.export(new DuplicateFilter(COUNTY, Status.OPEN, Confidence.POSSIBLE), 10_000))
                .forEach(pair -> found.add(Set.of(pair.one(), pair.other())));
        Set<Set<PersonId>> truth = drawn.truth().stream()
                .map(two -> Set.of(two.one(), two.other()))
                .collect(Collectors.toSet());
        long hits = found.stream().filter(truth::contains).count();
        assertThat(truth.size()).isGreaterThan(50);
        assertThat(hits * 100).as("%d of %d known ones", hits, truth.size()).isGreaterThanOrEqualTo(98L * truth.size());
        assertThat(hits * 100).as("%d of %d listed", hits, found.size()).isGreaterThanOrEqualTo(95L * found.size());
    }

    @Test
    void a_name_of_the_same_sound_with_one_phone_is_explained_reason_by_reason() {
        DuplicatePair pair = onePair();
        assertThat(pair.reasons()).extracting(Likeness::code).contains("name.sound", "birth.equal", "phone.equal");
        assertThat(pair.reasons().stream().mapToInt(Likeness::tenths).sum()).isEqualTo(pair.scoreTenths());
        assertThat(pair.area()).isEqualTo(COUNTY);
    }

    @Test
    void a_name_that_looks_alike_is_a_reason_of_its_own() {
        others();
        register("99011719700101001", "欧阳治", HERE, "文诚路1号", "19000000001");
        register("99011719700101003", "欧阳冶", ELSEWHERE, "新松江路9号", "19000000001");
        assertThat(compare())
                .singleElement()
                .satisfies(pair ->
                        assertThat(pair.reasons()).extracting(Likeness::code).contains("name.shape"));
    }

    @Test
    void who_lives_with_the_same_relative_in_another_household_is_more_likely_the_same() {
        others();
        household(
                register("99011719700101001", "欧阳晓峰", HERE, "文诚路1号", ""),
                register("99011719710303002", "慕容海燕", HERE, "文诚路1号", ""));
        household(
                register("99011719700101005", "欧阳晓峰", ELSEWHERE, "新松江路9号", ""),
                register("99011719710303006", "慕容海燕", ELSEWHERE, "新松江路9号", ""));
        assertThat(compare())
                .hasSize(2)
                .allSatisfy(pair ->
                        assertThat(pair.reasons()).extracting(Likeness::code).contains("circle.shared"));
    }

    private void household(PersonId head, PersonId spouse) {
        As.system(() -> {
            LocalDate since = TestClock.FIRST_DAY.minusYears(2);
            Person of = people.person(head);
            HouseholdId home = people.found(new FoundHousehold(head, of.area(), of.address(), since));
            people.join(new JoinHousehold(home, spouse, "10", since, ""));
        });
    }

    @Test
    void the_page_says_what_the_last_comparison_of_the_county_taught_to_every_town() {
        onePair();
        assertThat(definition("name.sound").percent()).isGreaterThan(new BigDecimal("9.0"));
        assertThat(definition("name.equal").byValue()).isTrue();
        assertThat(definition("twins.home").points()).isEqualByComparingTo("-12.0");
    }

    private DuplicateRun.Learnt definition(String code) {
        return Acting.as(OFFICER, () -> duplicates.definition(new DivisionCode("310117003"))).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoever_has_answered_one_pair_is_led_to_the_next() {
        onePair();
        register("99011719700101007", "欧阳晓锋", ELSEWHERE, "新松江路9号", "19000000001");
        List<DuplicatePair> found = compare();
        assertThat(found).hasSizeGreaterThan(1);
        for (int i = 0; i < found.size(); i++) {
            DuplicatePair each = found.get(i);
            assertThat(Acting.as(OFFICER, () -> duplicates.after(each)))
                    .isEqualTo(i + 1 < found.size() ? Optional.of(found.get(i + 1)) : Optional.empty());
        }
    }

    @Test
    void twins_and_neighbours_of_one_name_are_two_people() {
        others();
        register("99011719700101001", "欧阳晓峰", HERE, "文诚路1号", "19000000001");
        register("99011719700101003", "欧阳晓云", HERE, "文诚路1号", "19000000001");
        register("99011719820315001", "欧阳晓峰", HERE, "文诚路3号", "19000000002");
        assertThat(compare()).isEmpty();
    }

    @Test
    void a_pair_across_two_towns_is_seen_by_the_county_only() {
        DuplicatePair pair = onePair();
        var clerk = As.staff("STREET_CLERK", "310117003", "people.duplicates");
        assertThat(Acting.as(
                                clerk,
                                () -> duplicates.list(
                                        new DuplicateFilter(
                                                new DivisionCode("310117003"), Status.OPEN, Confidence.POSSIBLE),
                                        1))
                        .rows())
                .isEmpty();
        assertThat(Acting.as(OFFICER, () -> duplicates.get(pair.id()))).isEqualTo(pair);
    }

    @Test
    void what_is_ruled_out_stays_so_until_something_changes_that_they_were_alike_in() {
        DuplicatePair pair = onePair();
        assertThatThrownBy(() -> Acting.as(OFFICER, () -> duplicates.ruleOut(pair.id(), " ")))
                .isInstanceOf(Refused.class);
        Acting.as(OFFICER, () -> duplicates.ruleOut(pair.id(), "堂兄弟，户口簿已核对"));
        assertThat(compare()).isEmpty();
        assertThat(list(Status.RULED_OUT)).hasSize(1);
        As.system(() -> transaction.executeWithoutResult(
                status -> db.sql("UPDATE people.person SET name = '欧阳晓峰' WHERE name = '欧阳小峰'")
                        .update()));
        List<DuplicatePair> again = compare();
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().changed()).containsExactly("name");
        assertThat(again.getFirst().ruling()).isPresent();
    }

    @Test
    void every_night_compares_the_counties_that_have_somebody_new() {
        register("99011719700101001", "欧阳晓峰", HERE, "文诚路1号", "");
        assertThat(As.system(() -> duplicates.askForNews()))
                .extracting(DuplicateRun::place)
                .containsExactly(COUNTY);
        As.system(work::work);
        assertThat(As.system(() -> duplicates.askForNews())).isEmpty();
    }

    @Test
    void identity_numbers_that_were_opened_are_in_the_audit_record() {
        onePair();
        long looks = As.system(() -> transaction.execute(
                status -> db.sql("SELECT count(*) FROM audit.entry WHERE what = 'identity-numbers' AND subject_kind ="
                                + " 'duplicate-run'")
                        .query(Long.class)
                        .single()));
        assertThat(looks).isPositive();
    }
}
