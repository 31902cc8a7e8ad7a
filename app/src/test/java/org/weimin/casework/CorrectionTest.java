package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weimin.kernel.Acting.as;

import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.benefits.Benefits;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Correcting;
import org.weimin.intake.Intake;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Somebody disagrees with a decision: others ask again of its own day, and answer with a decision. */
@RoomTest
class CorrectionTest {
    @Autowired
    Casework casework;

    @Autowired
    Correcting correcting;

    @Autowired
    Intake intake;

    @Autowired
    Benefits benefits;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;
    private CaseFileId refused;
    private Actor.Staff otherClerk;
    private Actor.Staff otherOfficer;

    @BeforeEach
    void aHouseholdThatWasRefusedForAWageItNeverHad() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("9000.00");
        otherClerk = sample.employed(As.staff("STREET_CLERK", "310117003"));
        otherOfficer = sample.employed(As.staff("COUNTY_OFFICER", "310117"));
        refused = open();
        as(home.clerk(), () -> casework.assess(refused, "收入高于标准"));
        var visit = new RecordVisit(clock.today(), "王芳", "李明", "家中", "一致", "户主", RecordVisit.Finding.AGREES);
        as(home.clerk(), () -> casework.recordVisit(refused, visit));
        as(home.officer(), () -> casework.decide(refused, new Verdict.AsAssessed("人均月收入高于标准")));
        clock.set(TestClock.FIRST_DAY.plusMonths(2));
    }

    @Test
    void what_was_known_wrongly_is_put_right_from_the_month_of_the_first_decision() {
        sample.earns(home, "600.00");
        CaseFileId id = disagree();
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.assess(id, "符合")))
                .as("whoever examined it before stands back")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("own-decision");
        var compared = As.system(() -> correcting.compare(get(id))).orElseThrow();
        assertThat(compared.now().asOf())
                .as("the law of then")
                .isEqualTo(compared.then().asOf());
        assertThat(Outcomes.word(compared.then().outcome())).isEqualTo("not-entitled");
        assertThat(Outcomes.word(compared.now().outcome())).isEqualTo("entitled");
        as(otherClerk, () -> casework.assess(id, "工资登记有误"));
        assertThatThrownBy(() -> as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed(""))))
                .hasMessageContaining("own-decision");
        as(otherOfficer, () -> casework.decide(id, new Verdict.AsAssessed("")));
        assertThat(As.system(() -> benefits.of(new Subject.OfHousehold(home.id()))))
                .singleElement()
                .satisfies(received -> assertThat(received.from()).isEqualTo(YearMonth.of(2026, 9)));
    }

    @Test
    void a_decision_that_was_right_is_upheld_in_writing_with_its_reasons() {
        CaseFileId id = disagree();
        as(otherClerk, () -> casework.assess(id, "收入属实"));
        assertThat(get(id).status()).as("whoever disagrees is answered").isEqualTo(Status.AWAITING_DECISION);
        assertThatThrownBy(() -> as(otherOfficer, () -> casework.decide(id, new Verdict.AsAssessed(" "))))
                .hasMessageContaining("no-reasons");
        as(otherOfficer, () -> casework.decide(id, new Verdict.AsAssessed("工资由税务部门核实，维持原决定")));
        assertThat(As.system(() -> sample.letters(id))).extracting(Letter::kind).containsExactly("refused");
    }

    @Test
    void only_the_last_word_on_aid_is_corrected_and_only_once_at_a_time() {
        disagree();
        assertThatThrownBy(this::disagree).isInstanceOf(Refused.class).hasMessageContaining("correct.overtaken");
    }

    private CaseFileId disagree() {
        return as(home.clerk(), () -> casework.correct(new OpenCorrection(refused, clock.today(), "工资早已停发")));
    }

    private CaseFileId open() {
        var receipt = as(home.clerk(), () -> intake.submit(home.application("first-" + home.id())));
        return As.system(() -> casework.ofApplication(receipt.id()).getFirst().id());
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }
}
