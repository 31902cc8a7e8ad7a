package org.weimin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weimin.simulator.CheckSample.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.CheckRequest.Status;
import org.weimin.facts.Checks;
import org.weimin.facts.Facts;
import org.weimin.facts.SettleConflict;
import org.weimin.facts.internal.CheckLists;
import org.weimin.kernel.Acting;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.people.People;
import org.weimin.people.RegisterPerson;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class ChecksTest {
    @Autowired
    Checks checks;

    @Autowired
    Simulator simulator;

    @Autowired
    CheckLists lists;

    @Autowired
    People people;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private CheckSample sample;

    @BeforeEach
    void everybody_answers_in_time() {
        As.system(() -> simulator.behaveAll(Behaviour.PROMPT));
        sample = new CheckSample(beans).signed();
    }

    @Test
    void what_a_register_says_becomes_a_checked_fact_with_its_bureau_and_number() {
        sample.earns("820.00").ask("social-insurance");
        sample.send();
        CheckRequest request = sample.only();
        assertThat(request.status()).isEqualTo(Status.ANSWERED);
        assertThat(sample.checked(sample.ofPerson(), "wage")).containsExactly("820.00");
        assertThat(As.system(() -> facts.of(sample.ofPerson(), TODAY)))
                .filteredOn(item -> item.name().equals("wage"))
                .allSatisfy(item -> assertThat(item.evidence()).contains("社会保险").contains(request.reference()));
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void nothing_about_means_is_asked_before_every_grown_up_has_signed() {
        var unsigned = new CheckSample(beans);
        assertThatThrownBy(() -> unsigned.ask("social-insurance"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("facts.check.no-consent"));
        assertThat(unsigned.ask("deaths")).hasSize(1);
    }

    @Test
    void a_supporter_outside_the_household_is_asked_about_only_with_the_own_signature() {
        PersonId son = As.system(
                () -> people.register(new RegisterPerson(CheckSample.identity(), "陈明", CheckSample.PLACE, "外地", "")));
        assertThatThrownBy(() -> sample.askAbout(son, "social-insurance")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sample.askAbout(son, "deaths")).isInstanceOf(Refused.class);
        As.system(() -> facts.consent(sample.household, son, TODAY, "本人同意书"));
        assertThat(sample.askAbout(son, "social-insurance")).hasSize(1);
    }

    @Test
    void what_differs_from_the_declaration_waits_for_a_person() {
        sample.earns("8200.00").declares(sample.ofPerson(), "wage", "1000.00").ask("social-insurance");
        sample.send();
        assertThat(sample.checked(sample.ofPerson(), "wage")).isEmpty();
        CheckConflict conflict = conflicts().getFirst();
        assertThat(conflict.declared().value()).isEqualTo("1000.00");
        assertThat(conflict.found().value()).isEqualTo("8200.00");
        assertThatThrownBy(() -> As.system(() -> checks.demandSettled(sample.caseFile)))
                .isInstanceOf(Refused.class);
        settle(conflict, SettleConflict.Way.TAKE, "社保缴费基数为准");
        assertThat(sample.checked(sample.ofPerson(), "wage")).containsExactly("8200.00");
        As.system(() -> checks.demandSettled(sample.caseFile));
        assertThatThrownBy(() -> settle(conflict, SettleConflict.Way.KEEP, "再改"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_was_declared_may_be_kept_only_with_a_reason() {
        sample.earns("8200.00").declares(sample.ofPerson(), "wage", "1000.00").ask("social-insurance");
        sample.send();
        CheckConflict conflict = conflicts().getFirst();
        assertThatThrownBy(() -> settle(conflict, SettleConflict.Way.KEEP, " ")).isInstanceOf(Refused.class);
        settle(conflict, SettleConflict.Way.ASK, "请说明上月离职情况");
        assertThatThrownBy(() -> As.system(() -> checks.demandSettled(sample.caseFile)))
                .isInstanceOf(Refused.class);
        settle(conflict, SettleConflict.Way.KEEP, "已离职，有解除合同证明");
        assertThat(sample.checked(sample.ofPerson(), "wage")).isEmpty();
        As.system(() -> checks.demandSettled(sample.caseFile));
    }

    @RepeatedTest(10)
    void what_a_household_has_in_all_is_known_when_every_register_has_answered() {
        sample.registered(sample.ofHousehold(), "financialAssets", "56000.00");
        for (String item : List.of("bank", "securities", "payment-institutions")) {
            As.system(() -> transaction.executeWithoutResult(
                    status -> db.sql("UPDATE facts.check_request SET channel = 'API' WHERE channel <> 'API'")
                            .update()));
            assertThat(sample.checked(sample.ofHousehold(), "financialAssets"))
                    .as(item)
                    .isEmpty();
            sample.ask(item);
        }
        As.system(() -> transaction.executeWithoutResult(status ->
                db.sql("UPDATE facts.check_request SET channel = 'API'").update()));
        sample.send();
        assertThat(sample.checked(sample.ofHousehold(), "financialAssets")).containsExactly("56000.00");
    }

    @Test
    void hostile_answers_are_not_believed_and_leave_nothing_but_their_reason() {
        Map<Behaviour, String> hostile = Map.of(
                Behaviour.HOMONYM, "facts.answer.wrong-person",
                Behaviour.WRONG_CODE, "facts.answer.unreadable",
                Behaviour.GARBLED, "facts.answer.garbled",
                Behaviour.HUGE, "facts.answer.too-large",
                Behaviour.UNKNOWN_PERSON, "facts.answer.bureau.unknown-person");
        hostile.forEach((behaviour, failure) -> {
            As.system(() -> simulator.behaveAll(behaviour));
            var each = new CheckSample(beans).signed().earns("820.00");
            each.ask("social-insurance");
            each.send();
            assertThat(each.only().status()).as(behaviour.name()).isEqualTo(Status.FAILED);
            assertThat(each.only().failure()).as(behaviour.name()).isEqualTo(failure);
            assertThat(each.checked(each.ofPerson(), "wage"))
                    .as(behaviour.name())
                    .isEmpty();
        });
    }

    @Test
    void one_number_answers_one_question() {
        As.system(() -> simulator.behave("social-security", Behaviour.DUPLICATE));
        sample.ask("social-insurance");
        sample.send();
        var other = new CheckSample(beans).signed();
        other.ask("social-insurance");
        other.send();
        assertThat(List.of(sample.only().status(), other.only().status()))
                .containsExactly(Status.ANSWERED, Status.FAILED);
        assertThat(other.only().failure()).isEqualTo("facts.answer.replayed");
    }

    @Test
    void a_timeout_is_no_answer_and_the_same_question_is_asked_again() {
        As.system(() -> simulator.behave("social-security", Behaviour.TIMEOUT));
        CheckRequest asked = sample.earns("820.00").ask("social-insurance").getFirst();
        sample.send();
        assertThat(sample.only().status()).isEqualTo(Status.UNKNOWN);
        As.system(() -> simulator.behave("social-security", Behaviour.PROMPT));
        clock.set(TODAY.plusDays(1));
        sample.send();
        assertThat(sample.only().status()).isEqualTo(Status.ANSWERED);
        assertThat(As.system(simulator::questions))
                .filteredOn(question -> question.request().equals(asked.id()))
                .extracting(Question::times)
                .containsExactly(2);
    }

    @Test
    void part_of_an_answer_is_shown_as_part_and_asked_for_again() {
        As.system(() -> simulator.behave("social-security", Behaviour.PARTIAL));
        sample.earns("820.00").ask("social-insurance");
        sample.send();
        assertThat(sample.only().status()).isEqualTo(Status.PARTIAL);
        for (int day = 1; day <= 2; day++) {
            clock.set(TODAY.plusDays(day));
            sample.send();
        }
        assertThat(sample.only().status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void who_does_not_answer_in_time_is_listed_and_then_escalated() {
        As.system(() -> simulator.behave("social-security", Behaviour.LATE));
        CheckRequest asked = sample.ask("social-insurance").getFirst();
        sample.send();
        assertThat(isListed(CheckLists.Kind.LATE)).isFalse();
        clock.set(asked.dates().dueOn().plusDays(1));
        assertThat(isListed(CheckLists.Kind.LATE)).isTrue();
        clock.set(asked.dates().escalatesOn().plusDays(1));
        assertThat(isListed(CheckLists.Kind.ESCALATED)).isTrue();
        clock.set(TODAY.plusDays(22));
        sample.send();
        assertThat(sample.only().status()).isEqualTo(Status.ANSWERED);
        assertThat(isListed(CheckLists.Kind.LATE)).isFalse();
    }

    @Test
    void two_answers_of_one_bureau_that_differ_are_a_question_for_a_person() {
        sample.earns("820.00").ask("social-insurance");
        sample.send();
        assertThat(sample.only().hasExpiredOn(TODAY.plusDays(61))).isTrue();
        var other = new CheckSample(beans).signed().earns("820.00").declares(sample.ofPerson(), "wage", "820.00");
        As.system(() -> simulator.behave("social-security", Behaviour.CONTRADICTORY));
        other.declares(other.ofPerson(), "wage", "820.00").ask("social-insurance");
        other.send();
        assertThat(As.system(() -> checks.conflictsOf(other.caseFile)))
                .extracting(CheckConflict::name)
                .contains("wage");
    }

    @Test
    void the_register_of_deaths_against_ours_is_settled_by_a_person_before_anybody_is_dead() {
        As.system(() -> simulator.behave("public-security", Behaviour.DEAD_BUT_LISTED));
        sample.ask("deaths");
        sample.send();
        assertThat(diedOn()).isEmpty();
        settle(conflicts().getFirst(), SettleConflict.Way.TAKE, "已向派出所核实");
        assertThat(diedOn()).contains(TODAY.minusDays(120));
    }

    @Test
    void what_one_case_found_serves_the_next_without_asking_again() {
        sample.earns("820.00").ask("social-insurance");
        sample.send();
        var next = new org.weimin.facts.AskBureaus(
                new org.weimin.facts.AskBureaus.Purpose(
                        org.weimin.kernel.CaseFileId.next(),
                        "next",
                        java.util.Optional.of(sample.household),
                        CheckSample.PLACE),
                List.of(sample.person),
                List.of("social-insurance"),
                beans.getBean(org.weimin.policy.Policy.class).calendar());
        assertThat(As.system(() -> checks.ask(next)))
                .extracting(CheckRequest::status)
                .containsExactly(Status.ANSWERED);
        sample.send();
        assertThat(As.system(simulator::questions))
                .noneMatch(question -> question.purpose().equals("next"));
    }

    @Test
    void a_paper_that_can_be_checked_is_demanded_only_after_asking_in_vain() {
        assertThatThrownBy(() -> As.system(() -> checks.demandMayBeDemanded(sample.caseFile, "M06")))
                .isInstanceOf(Refused.class);
        As.system(() -> checks.demandMayBeDemanded(sample.caseFile, "M03"));
        As.system(() -> simulator.behave("disabled-persons", Behaviour.UNKNOWN_PERSON));
        sample.ask("disability");
        sample.send();
        As.system(() -> checks.demandMayBeDemanded(sample.caseFile, "M06"));
    }

    @Test
    void another_office_sees_no_check_and_no_answer() {
        CheckRequest asked = sample.ask("deaths").getFirst();
        var elsewhere = As.staff("STREET_CLERK", "310117001", "facts.view");
        assertThat(Acting.as(elsewhere, () -> checks.ofCase(sample.caseFile))).isEmpty();
        var desk = beans.getBean(org.weimin.facts.internal.CheckDesk.class);
        assertThatThrownBy(() -> Acting.as(elsewhere, () -> desk.open(asked.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_answer_to_a_question_that_has_ended_is_not_taken() {
        sample.ask("social-insurance");
        As.system(() -> checks.close(sample.caseFile));
        sample.send();
        assertThat(As.system(simulator::questions))
                .noneMatch(question -> question.purpose().equals(sample.caseNumber));
        assertThat(As.system(() -> checks.ofCase(sample.caseFile))).isEmpty();
    }

    private java.util.Optional<LocalDate> diedOn() {
        return As.system(() -> people.person(sample.person)).diedOn();
    }

    private boolean isListed(CheckLists.Kind kind) {
        return As.system(() -> lists.page(kind, 1)).rows().stream()
                .anyMatch(row -> row.of().caseFile().equals(sample.caseFile));
    }

    private List<CheckConflict> conflicts() {
        return As.system(() -> checks.conflictsOf(sample.caseFile));
    }

    private void settle(CheckConflict conflict, SettleConflict.Way way, String reason) {
        As.system(() -> checks.settle(new SettleConflict(conflict.id(), way, reason)));
    }
}
