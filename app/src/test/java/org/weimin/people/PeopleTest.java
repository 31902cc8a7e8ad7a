package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class PeopleTest {
    private static final DivisionCode FANGSHENGCHI = new DivisionCode("310117003001");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static int sequence;

    @Autowired
    People people;

    private PersonId person(String name) {
        return person(name, FANGSHENGCHI);
    }

    private PersonId person(String name, DivisionCode place) {
        String seventeen = "990117" + "19700101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return As.system(() -> people.register(new RegisterPerson(identity, name, place, "文诚路86弄12号302室", "")));
    }

    private List<String> found(String query) {
        return As.system(() -> people.search(query, 1)).rows().stream()
                .map(hit -> hit.person().name())
                .toList();
    }

    @BeforeEach
    void nobodyActs() {
        assertThat(Acting.current().kind()).isEqualTo("public");
    }

    @Test
    void a_resident_is_found_by_name_initials_last_four_and_address() {
        PersonId id = person("陈桂芳");
        String lastFour = As.system(() -> people.identityNumber(id, "test")).lastFour();
        assertThat(found("桂芳")).contains("陈桂芳");
        assertThat(found("陈桂芳")).contains("陈桂芳");
        assertThat(found("cgf")).contains("陈桂芳");
        assertThat(found("chenguifang")).contains("陈桂芳");
        assertThat(found(lastFour)).contains("陈桂芳");
        assertThat(found("文诚路86弄 陈桂芳")).contains("陈桂芳");
        assertThat(found("王桂芳")).isEmpty();
    }

    @Test
    void a_surname_is_read_as_a_surname_and_a_rare_character_is_one_character() {
        person("单晓燕");
        person("欧阳𠅤");
        assertThat(found("sxy")).as("单 is read shan here").contains("单晓燕");
        assertThat(found("阳𠅤")).contains("欧阳𠅤");
        assertThat(found("oy")).contains("欧阳𠅤");
    }

    @Test
    void staff_of_another_street_find_nobody() {
        PersonId id = person("李秀英");
        var neighbour = As.staff("STREET_CLERK", "310117004");
        assertThat(Acting.as(neighbour, () -> people.search("李秀英", 1)).rows()).isEmpty();
        assertThatThrownBy(() -> Acting.as(neighbour, () -> people.person(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.person(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_identity_number_is_registered_once() {
        PersonId id = person("赵一");
        var identity = As.system(() -> people.identityNumber(id, "test"));
        assertThat(found(identity.value())).containsExactly("赵一");
        assertThatThrownBy(() ->
                        As.system(() -> people.register(new RegisterPerson(identity, "赵二", FANGSHENGCHI, "", ""))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_member_who_joins_another_household_leaves_the_first_and_history_stays() {
        PersonId father = person("周建国");
        PersonId daughter = person("周小燕");
        var first =
                As.system(() -> people.found(new FoundHousehold(father, FANGSHENGCHI, "文诚路1号", TODAY.minusYears(5))));
        As.system(() -> people.join(new JoinHousehold(first, daughter, "30", TODAY.minusYears(5), "")));
        var second =
                As.system(() -> people.found(new FoundHousehold(daughter, FANGSHENGCHI, "文诚路2号", TODAY.minusDays(10))));
        assertThat(As.system(() -> people.household(first, TODAY)).members()).hasSize(1);
        assertThat(As.system(() -> people.household(first, TODAY.minusDays(11))).members())
                .hasSize(2);
        assertThat(As.system(() -> people.householdOf(daughter, TODAY))).contains(second);
        assertThatThrownBy(() -> As.system(() -> people.join(new JoinHousehold(second, daughter, "30", TODAY, ""))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void parents_spouses_siblings_and_housemates_are_related_and_strangers_are_not() {
        PersonId mother = person("吴妈");
        PersonId elder = person("吴大");
        PersonId younger = person("吴小");
        PersonId stranger = person("郑生");
        As.system(() -> {
            people.relate(new Kinship(elder, mother, Kinship.Kind.PARENT), TODAY);
            people.relate(new Kinship(younger, mother, Kinship.Kind.PARENT), TODAY);
        });
        assertThat(As.system(() -> people.areRelated(elder, younger))).isTrue();
        assertThat(As.system(() -> people.areRelated(mother, younger))).isTrue();
        assertThat(As.system(() -> people.areRelated(elder, stranger))).isFalse();
    }

    @Test
    void a_new_card_takes_over_and_a_shared_card_shows_all_its_holders() {
        PersonId one = person("冯一");
        PersonId two = person("冯二");
        var card = new BankCard("6222021000112233449");
        var first = As.system(() -> people.giveCard(one, "工商银行", card, TODAY.minusDays(30)));
        As.system(() -> people.giveCard(two, "工商银行", card, TODAY.minusDays(30)));
        assertThat(As.system(() -> people.holdersOfSameCard(first, TODAY))).containsExactlyInAnyOrder(one, two);
        var later = As.system(() -> people.giveCard(one, "农业银行", new BankCard("6228480402564890018"), TODAY));
        assertThat(As.system(() -> people.payAccount(one, TODAY)).orElseThrow().cardId())
                .isEqualTo(later);
        assertThat(As.system(() -> people.payAccount(one, TODAY.minusDays(1)))
                        .orElseThrow()
                        .masked())
                .isEqualTo("**** 3449");
    }

    @Test
    void a_death_is_recorded_once() {
        PersonId id = person("蒋老");
        As.system(() -> people.recordDeath(id, TODAY.minusDays(2), "REGISTER"));
        assertThat(As.system(() -> people.person(id)).diedOn()).contains(TODAY.minusDays(2));
        assertThatThrownBy(() -> As.system(() -> people.recordDeath(id, TODAY, "REGISTER")))
                .isInstanceOf(Refused.class);
    }
}
