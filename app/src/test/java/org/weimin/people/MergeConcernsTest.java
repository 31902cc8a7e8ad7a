package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** What is noticed about two records before they become one, and what forbids it. */
@RoomTest
class MergeConcernsTest {
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final DivisionCode HERE = new DivisionCode("310117003001");
    private static final Actor.Staff OFFICER = As.staff("COUNTY_OFFICER", "310117", "people.merge");
    private static int sequence = 600;

    @Autowired
    People people;

    @Autowired
    Merging merging;

    @Autowired
    Hangings hangings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private PersonId person(String name) {
        String seventeen = "99011719550101" + ++sequence;
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, name, HERE, "文诚路1号", "")));
    }

    private static MergePlan plan(PersonId survivor, PersonId merged) {
        return new MergePlan(survivor, merged, Set.of(), Set.of());
    }

    @Test
    void two_guardians_are_noticed_and_stay_until_somebody_has_looked() {
        PersonId one = person("冯一");
        PersonId two = person("冯二");
        PersonId father = person("冯父");
        PersonId aunt = person("冯姑");
        As.system(() -> people.appointGuardian(one, father, TODAY.minusYears(2), "户口簿"));
        As.system(() -> people.appointGuardian(two, aunt, TODAY.minusYears(2), "居委会指定"));
        Rehearsal rehearsal = Acting.as(OFFICER, () -> merging.rehearse(plan(one, two)));
        assertThat(rehearsal.isPossible()).isTrue();
        MergeConcern.Said said = rehearsal.said().getFirst();
        assertThat(said.weight()).isEqualTo(MergeConcern.Weight.NOTED);
        assertThat(said.finding()).isEqualTo(new Merge.Finding("people.merge.guardians", List.of("2")));
        for (String language : List.of("zh", "en")) {
            assertThat(Texts.in(language, "people.merge.guardians", "2")).contains("2");
        }
        Merge made = Acting.as(OFFICER, () -> merging.merge(plan(one, two), "同一人"));
        assertThat(made.findings()).containsExactly(said.finding());
        assertThat(As.system(() -> people.guardiansOf(one, TODAY))).containsExactlyInAnyOrder(father, aunt);
    }

    @Test
    void two_numbers_that_other_bureaus_have_answered_to_are_two_people() {
        PersonId one = person("褚一");
        PersonId two = person("褚二");
        answered(one);
        assertThat(Acting.as(OFFICER, () -> merging.rehearse(plan(one, two))).isPossible())
                .isTrue();
        answered(two);
        assertThat(Acting.as(OFFICER, () -> merging.rehearse(plan(one, two))).isPossible())
                .isFalse();
        assertThatThrownBy(() -> Acting.as(OFFICER, () -> merging.merge(plan(one, two), "同一人")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("facts.merge.both-confirmed"));
        for (String language : List.of("zh", "en")) {
            assertThat(Texts.in(language, "facts.merge.both-confirmed")).doesNotStartWith("[");
        }
    }

    /** What the register of the police said to a question that a case asked. */
    private void answered(PersonId person) {
        As.system(() -> transaction.executeWithoutResult(status -> db.sql("""
            INSERT INTO facts.check_request (id, area, case_file_id, case_number, item, bureau, person_id, means,
                                             channel, status, asked_on, asked_by, due_on, escalates_on, answered_on,
                                             valid_until, next_try_at)
            VALUES (uuidv7(), :area, uuidv7(), 'X', 'identity', 'police', :person, false,
                    'API', 'ANSWERED', :day, 'test', :day, :day, :day, :day, now())
            """)
                .param("area", HERE.value())
                .param("person", person.value())
                .param("day", TODAY)
                .update()));
    }

    @Test
    void what_was_written_since_is_given_to_the_other_row_by_row_when_they_are_parted() {
        PersonId one = person("卫一");
        PersonId two = person("卫二");
        As.system(() -> people.tag(two, "残疾人", TODAY.minusYears(1)));
        Merge made = Acting.as(OFFICER, () -> merging.merge(plan(one, two), "同一人"));
        As.system(() -> {
            people.tag(one, "军属", TODAY);
            people.tag(one, "独居老人", TODAY);
        });
        List<HangingRow> since = Acting.as(OFFICER, () -> hangings.since(made));
        assertThat(since).extracting(row -> row.words().orElseThrow().what()).containsExactlyInAnyOrder("军属", "独居老人");
        List<HangingRow> given = since.stream()
                .filter(row -> row.words().orElseThrow().what().equals("军属"))
                .toList();
        Acting.as(OFFICER, () -> merging.undo(made.id(), given, "是两个人"));
        assertThat(As.system(() -> people.tagsOf(one, TODAY))).containsExactly("独居老人");
        assertThat(As.system(() -> people.tagsOf(two, TODAY))).containsExactlyInAnyOrder("军属", "残疾人");
    }

    @Test
    void what_decides_about_aid_or_is_not_of_the_merge_is_not_given() {
        PersonId one = person("蒋一");
        PersonId two = person("蒋二");
        As.system(() -> people.tag(one, "军属", TODAY));
        Merge made = Acting.as(OFFICER, () -> merging.merge(plan(one, two), "同一人"));
        List<HangingRow> earlier = Acting.as(OFFICER, () -> hangings.of(List.of(one), "people.group_tag", "person_id"));
        assertThat(earlier).hasSize(1);
        assertThatThrownBy(() -> Acting.as(OFFICER, () -> merging.undo(made.id(), earlier, "是两个人")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("people.merge.cannot-be-given"));
        assertThat(As.system(() -> people.survivorOf(two)))
                .as("nothing is half done")
                .contains(one);
        for (String language : List.of("zh", "en")) {
            assertThat(Texts.in(language, "people.merge.cannot-be-given", "a", "b"))
                    .contains("b");
        }
        assertThat(mayBeGiven("casework", "follows or refuses")).isFalse();
        assertThat(mayBeGiven("ledger", "follows")).isFalse();
        assertThat(mayBeGiven("facts", "follows with its area")).isTrue();
    }

    private boolean mayBeGiven(String room, String rule) {
        return As.system(() -> transaction.execute(status -> db.sql("SELECT people.may_be_given(:room::name, :rule)")
                .param("room", room)
                .param("rule", rule)
                .query(Boolean.class)
                .single()));
    }

    @Test
    void each_number_of_the_comparison_opens_as_many_rows() {
        PersonId one = person("沈一");
        PersonId two = person("沈二");
        As.system(() -> {
            people.tag(one, "军属", TODAY);
            people.tag(two, "残疾人", TODAY);
            people.tag(two, "独居老人", TODAY);
            people.appointGuardian(two, one, TODAY, "居委会指定");
        });
        Rehearsal rehearsal = Acting.as(OFFICER, () -> merging.rehearse(plan(one, two)));
        assertThat(rehearsal.hangings()).isNotEmpty().allSatisfy(hanging -> {
            assertThat(rows(one, hanging)).hasSize((int) hanging.onSurvivor());
            assertThat(rows(two, hanging)).hasSize((int) hanging.onMerged());
        });
    }

    private List<HangingRow> rows(PersonId person, Hanging hanging) {
        return Acting.as(OFFICER, () -> hangings.of(List.of(person), hanging.table(), hanging.column()));
    }
}
