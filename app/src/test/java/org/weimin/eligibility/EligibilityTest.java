package org.weimin.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.weimin.engine.Determination;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.DeterminationJson;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.FoundHousehold;
import org.weimin.people.JoinHousehold;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.shell.Templates;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class EligibilityTest {
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static final LocalDate TODAY = TestClock.FIRST_DAY;
    private static final LocalDate LONG_AGO = TODAY.minusYears(3);
    private static int sequence;

    @Autowired
    Eligibility eligibility;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    Templates templates;

    private PersonId person(String name, int birthYear) {
        String seventeen = "990117" + birthYear + "0101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return people.register(new RegisterPerson(identity, name, PLACE, "文诚路1号", ""));
    }

    private HouseholdId household(PersonId head) {
        return people.found(new FoundHousehold(head, PLACE, "文诚路1号", LONG_AGO));
    }

    private void tell(Subject subject, String name, String value, String source) {
        facts.record(new RecordFact(subject, name, value, Period.since(LONG_AGO), source, "说明"));
    }

    private void tellIncome(PersonId person, String wage) {
        var subject = new Subject.OfPerson(person);
        Map.of("wage", wage, "business", "0", "property", "0", "transfer", "0")
                .forEach((kind, amount) -> tell(subject, kind, amount, "DECLARED"));
    }

    private void tellProperty(HouseholdId household) {
        var subject = new Subject.OfHousehold(household);
        Map.of(
                        "financialAssets",
                        "5000.00",
                        "dwellings",
                        "1",
                        "dwellingArea",
                        "60",
                        "businessPremises",
                        "0",
                        "cars",
                        "0",
                        "businessCapital",
                        "0")
                .forEach((name, value) -> tell(subject, name, value, "CHECKED"));
    }

    /** A couple of which one earns the wage, with everything told that the rules ask. */
    private HouseholdId couple(String wage) {
        PersonId head = person("张建国", 1975);
        PersonId spouse = person("李秀英", 1977);
        HouseholdId household = household(head);
        people.join(new JoinHousehold(household, spouse, "10", LONG_AGO, ""));
        tellIncome(head, wage);
        tellIncome(spouse, "0");
        tellProperty(household);
        facts.consent(household, head, TODAY.minusDays(1), "M02");
        facts.consent(household, spouse, TODAY.minusDays(1), "M02");
        return household;
    }

    private Determination determine(HouseholdId household) {
        return eligibility.determine(DIBAO, household, TODAY);
    }

    private static Money monthly(Determination determination) {
        assertThat(determination.outcome()).isInstanceOf(Outcome.Entitled.class);
        return ((Outcome.Entitled) determination.outcome()).monthly();
    }

    @Test
    void all_matters_at_once_hold_the_one_that_is_asked_alone() {
        As.system(() -> {
            HouseholdId household = couple("1000.00");
            var all = eligibility.everything(household, TODAY);
            assertThat(all.items()).anySatisfy(item -> {
                assertThat(item.determination().outcome())
                        .isEqualTo(determine(household).outcome());
                assertThat(item.monthly()).isEqualTo(Money.yuan("2190.00"));
            });
        });
    }

    @Test
    void what_a_household_has_is_reckoned_from_nothing_earned_to_twice_the_line() {
        As.system(() -> {
            HouseholdId household = couple("1000.00");
            PersonId head = people.household(household, TODAY).head();
            var reach = eligibility.cliff(household, head, TODAY);
            assertThat(reach.now()).isEqualTo(Money.yuan("1000.00"));
            assertThat(reach.cliff().points().getFirst().earned()).isEqualTo(Money.ZERO);
            assertThat(reach.cliff().points().getLast().earned())
                    .isGreaterThanOrEqualTo(new Money(reach.line().fen() * 4));
            assertThat(reach.cliff().falls()).allSatisfy(fall -> {
                assertThat(fall.more()).isEqualTo(Money.yuan("10.00"));
                assertThat(fall.lost()).isNotEmpty();
            });
        });
    }

    @Test
    void a_household_with_everything_told_is_answered_from_the_registers() {
        Determination answer = As.system(() -> determine(couple("1000.00")));
        assertThat(monthly(answer)).isEqualTo(Money.yuan("2190.00"));
        assertThat(answer.facts()).anySatisfy(fact -> {
            assertThat(fact.name()).isEqualTo("wageIncome");
            assertThat(fact.value()).isEqualTo("12000");
            assertThat(fact.source()).isEqualTo("DECLARED");
            assertThat(fact.who().name()).isEqualTo("张建国");
        });
    }

    @Test
    void a_household_of_which_nothing_is_told_is_a_question() {
        Determination answer = As.system(() -> determine(household(person("王芳", 1980))));
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        Outcome.CannotTell.class,
                        unsure -> assertThat(unsure.missingFacts())
                                .contains("meansCheckConsent", "wageIncome", "financialAssets"));
    }

    @Test
    void what_was_checked_outweighs_what_was_declared() {
        Determination answer = As.system(() -> {
            HouseholdId household = couple("1000.00");
            tell(new Subject.OfHousehold(household), "cars", "1", "VISIT");
            tell(new Subject.OfHousehold(household), "cars", "2", "DECLARED");
            return determine(household);
        });
        assertThat(answer.facts()).anySatisfy(fact -> {
            assertThat(fact.name()).isEqualTo("cars");
            assertThat(fact.value()).isEqualTo("0");
            assertThat(fact.source()).isEqualTo("CHECKED");
        });
    }

    @Test
    void who_died_is_no_longer_asked_about() {
        Determination answer = As.system(() -> {
            HouseholdId household = couple("1000.00");
            PersonId spouse =
                    people.household(household, TODAY).members().get(1).person().id();
            people.recordDeath(spouse, TODAY.minusDays(3), "殡葬登记");
            return determine(household);
        });
        assertThat(monthly(answer)).isEqualTo(Money.yuan("595.00"));
    }

    @Test
    void a_member_excluded_in_the_register_is_not_counted_and_the_reason_is_named() {
        Determination answer = As.system(() -> {
            HouseholdId household = couple("1000.00");
            people.join(new JoinHousehold(household, person("张强", 2000), "20", LONG_AGO, "PRISON"));
            return determine(household);
        });
        assertThat(monthly(answer)).isEqualTo(Money.yuan("2190.00"));
        assertThat(answer.rules())
                .anySatisfy(fired -> assertThat(fired.meaning().zh()).contains("在监狱服刑"));
    }

    @Test
    void an_answer_can_be_had_again_from_what_it_stored() {
        Determination before = As.system(() -> determine(couple("1000.00")));
        Determination stored = DeterminationJson.read(DeterminationJson.write(before));
        assertThat(As.system(() -> eligibility.again(stored))).isEqualTo(before);
    }

    @Test
    void the_explanation_prints_conditions_sum_sources_and_remedy_in_both_languages() {
        Determination refused = As.system(() -> determine(couple("9000.00")));
        assertThat(html(refused, Locale.SIMPLIFIED_CHINESE))
                .contains("不符合条件", "家庭人均月收入", "须低于", "沿用", "示例值", "社会救助法 第十八条", "行政复议", "第七十六条")
                .doesNotContain("[eligibility");
        assertThat(html(refused, Locale.ENGLISH))
                .contains("Not entitled", "administrative review", "Carried on")
                .doesNotContain("[eligibility");
        Determination granted = As.system(() -> determine(couple("1000.00")));
        assertThat(html(granted, Locale.SIMPLIFIED_CHINESE)).contains("符合条件：每月 2,190.00 元", "家庭补差", "申报", "核对");
    }

    private String html(Determination determination, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            return new String(
                    templates.render("eligibility/explanation", eligibility.explain(determination)),
                    StandardCharsets.UTF_8);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
