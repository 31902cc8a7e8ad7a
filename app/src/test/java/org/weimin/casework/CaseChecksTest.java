package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.internal.CaseChecks;
import org.weimin.casework.internal.Dossier;
import org.weimin.engine.CheckItem;
import org.weimin.facts.CheckConflict;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.facts.SettleConflict;
import org.weimin.facts.internal.CheckDispatch;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Simulator;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A case asks other bureaus, and nobody judges while they and the applicant say different things. */
@RoomTest
class CaseChecksTest {
    @Autowired
    Casework casework;

    @Autowired
    CaseChecks checks;

    @Autowired
    Dossier dossier;

    @Autowired
    Intake intake;

    @Autowired
    Facts facts;

    @Autowired
    CheckDispatch dispatch;

    @Autowired
    Simulator simulator;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase.Home home;

    private CaseFileId id;

    @BeforeEach
    void a_case_whose_applicant_said_less_than_the_register_knows() {
        clock.set(TestClock.FIRST_DAY);
        home = new SampleCase(beans).household("600.00");
        As.system(() -> simulator.behaveAll(Behaviour.PROMPT));
        As.system(simulator::open);
        As.system(() -> facts.record(new RecordFact(
                new Subject.OfPerson(home.head()),
                "wage",
                "100.00",
                Period.since(clock.today().minusMonths(12)),
                "DECLARED",
                "申请表")));
        id = Acting.as(home.clerk(), () -> {
            var receipt = intake.submit(home.application("checks-" + home.id()));
            return casework.ofApplication(receipt.id()).getFirst().id();
        });
    }

    @Test
    void a_matter_asks_what_answers_its_own_facts() {
        var items = As.system(() -> checks.needed(casework.get(id)));
        assertThat(items)
                .extracting(CheckItem::id)
                .contains("deaths", "social-insurance", "vehicles", "real-estate", "bank", "disability")
                .doesNotContain("housing-fund");
    }

    @Test
    void nobody_assesses_while_a_difference_is_open() {
        ask();
        CheckConflict wage = conflicts().getFirst();
        assertThat(wage.declared().value()).isEqualTo("100.00");
        assertThat(wage.found().value()).isEqualTo("600.00");
        assertThatThrownBy(() -> Acting.as(home.clerk(), () -> casework.assess(id, "符合条件")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("facts.conflict.open"));
        Acting.as(home.clerk(), () -> checks.settle(id, wage.id(), SettleConflict.Way.TAKE, "以社保为准"));
        Acting.as(home.clerk(), () -> casework.assess(id, "符合条件"));
        assertThat(As.system(() -> dossier.events(id)))
                .extracting(event -> event.what())
                .contains("checks-asked", "check-differs", "check-settled.TAKE");
    }

    @Test
    void a_difference_is_settled_in_its_own_case_only() {
        ask();
        CheckConflict wage = conflicts().getFirst();
        var other = new SampleCase(beans).household("600.00");
        CaseFileId theirs = Acting.as(other.clerk(), () -> {
            var receipt = intake.submit(other.application("theirs-" + other.id()));
            return casework.ofApplication(receipt.id()).getFirst().id();
        });
        assertThatThrownBy(() -> Acting.as(
                        home.clerk(), () -> checks.settle(theirs, wage.id(), SettleConflict.Way.TAKE, "以社保为准")))
                .isInstanceOf(org.weimin.kernel.NotFound.class);
    }

    @Test
    void what_was_not_answered_ends_with_the_case() {
        Acting.as(home.clerk(), () -> casework.check(id));
        Acting.as(home.clerk(), () -> casework.withdraw(id, "申请人撤回"));
        As.system(() -> dispatch.work());
        assertThat(As.system(() -> checks.requests(casework.get(id)))).isEmpty();
        assertThatThrownBy(() -> Acting.as(home.clerk(), () -> casework.check(id)))
                .isInstanceOf(Refused.class);
    }

    private void ask() {
        assertThat(Acting.as(home.clerk(), () -> casework.check(id))).isPositive();
        assertThat(Acting.as(home.clerk(), () -> casework.check(id))).isZero();
        As.system(() -> {
            while (dispatch.work() > 0) {
                // What is asked again later is not due any more.
            }
        });
    }

    private List<CheckConflict> conflicts() {
        return As.system(() -> checks.conflicts(casework.get(id)));
    }
}
