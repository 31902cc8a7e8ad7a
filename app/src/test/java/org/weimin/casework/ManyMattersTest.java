package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class ManyMattersTest {
    private static final MatterId TEKUN = new MatterId("tekun");

    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;

    @BeforeEach
    void aHousehold() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00");
    }

    @Test
    void one_application_for_several_matters_is_one_receipt_and_a_case_for_each() {
        var receipt = submit(List.of(household(), person(home)), "both");
        List<CaseFile> files = As.system(() -> casework.ofApplication(receipt.id()));
        assertThat(files)
                .extracting(file -> file.claim().subject())
                .containsExactlyInAnyOrder(household().subject(), person(home).subject());
        assertThat(files).extracting(file -> file.claim().number()).doesNotHaveDuplicates();
        assertThat(As.system(() -> casework.ofSubjects(List.of(person(home).subject()))))
                .hasSize(1);
    }

    @Test
    void a_persons_case_is_judged_for_the_person() {
        var receipt = submit(List.of(person(home)), "person");
        CaseFileId id =
                As.system(() -> casework.ofApplication(receipt.id())).getFirst().id();
        Acting.as(home.clerk(), () -> casework.assess(id, "待补充"));
        CaseFile assessed = As.system(() -> casework.get(id));
        assertThat(assessed.claim().payee()).isEqualTo(home.head());
        var answer = As.system(
                () -> casework.determination(assessed.assessment().orElseThrow().determination()));
        assertThat(answer.question().person()).isEqualTo(home.head().toString());
    }

    @Test
    void a_matter_that_judges_persons_is_not_asked_for_a_household() {
        var wrong = new Ask(TEKUN, household().subject());
        assertThatThrownBy(() -> submit(List.of(wrong), "wrong"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("other-subject");
    }

    @Test
    void two_households_do_not_share_an_application() {
        var other = sample.household("500.00");
        assertThatThrownBy(() -> submit(List.of(household(), person(other)), "two"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("one-party");
    }

    private Ask household() {
        return new Ask(SampleCase.DIBAO, new Subject.OfHousehold(home.id()));
    }

    private static Ask person(SampleCase.Home home) {
        return new Ask(TEKUN, new Subject.OfPerson(home.head()));
    }

    private org.weimin.intake.Receipt submit(List<Ask> asks, String key) {
        return Acting.as(home.clerk(), () -> intake.submit(home.application(key + home.id(), asks)));
    }
}
