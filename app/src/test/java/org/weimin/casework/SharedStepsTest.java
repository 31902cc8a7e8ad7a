package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Deliberation.Panel;
import org.weimin.casework.Deliberation.Votes;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Mark;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** The steps that all matters share: a panel of neighbours, the leader who is told in time, the longer limit. */
@RoomTest
class SharedStepsTest {
    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    Dossier dossier;

    @Autowired
    WorkLists lists;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;
    private Actor.Staff leader;

    @BeforeEach
    void aHousehold() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00");
        leader = sample.employed(As.staff("COUNTY_LEADER", "310117"));
    }

    @Test
    void an_objection_that_cannot_be_settled_goes_to_the_panel_when_the_list_has_hung() {
        CaseFileId id = contested();
        assertThat(get(id).status()).as("the list still hangs").isEqualTo(Status.PUBLICITY);
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        assertThat(get(id).status()).isEqualTo(Status.REVIEWING);
        var partial = new Panel(
                List.of("陈桂芳", "居2", "居3", "居4", "居5"),
                List.of("委1"),
                List.of("他1", "他2", "他3", "他4", "他5", "他6", "他7"),
                List.of());
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.deliberate(id, sat(partial, new Votes(13, 0, 0)))))
                .as("nobody votes on the own household")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("deliberation.partial");
        as(home.clerk(), () -> casework.deliberate(id, sat(DeliberationTest.panel(5, 4, 4), new Votes(9, 3, 1))));
        assertThat(get(id).status()).isEqualTo(Status.AWAITING_DECISION);
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
    }

    @Test
    void what_the_panel_rejects_is_assessed_again() {
        CaseFileId id = contested();
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        as(home.clerk(), () -> casework.deliberate(id, sat(DeliberationTest.panel(5, 4, 4), new Votes(6, 7, 0))));
        assertThat(get(id).status()).isEqualTo(Status.ASSESSING);
    }

    @Test
    void the_leader_is_told_two_working_days_before_a_limit_lapses_and_when_it_has() {
        CaseFileId id = open();
        clock.liveThrough(limit(id, Deadline.Kind.INQUIRY).dueOn().minusDays(3));
        assertThat(escalated(id)).isFalse();
        clock.liveThrough(limit(id, Deadline.Kind.INQUIRY).dueOn());
        assertThat(escalated(id)).isTrue();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        as(home.clerk(), () -> casework.recordVisit(id, agrees()));
        assertThat(escalated(id))
                .as("what was done in time is no longer on the list")
                .isFalse();
    }

    @Test
    void a_limit_is_prolonged_once_with_a_reason_and_in_time() {
        CaseFileId id = open();
        LocalDate before = limit(id, Deadline.Kind.CASE).dueOn();
        assertThatThrownBy(() -> as(leader, () -> casework.extend(id, " "))).hasMessageContaining("extend.no-reason");
        as(leader, () -> casework.extend(id, "申请人长期住院"));
        var prolonged = limit(id, Deadline.Kind.CASE);
        assertThat(prolonged.length()).isEqualTo(Deadline.Length.workdays(45));
        assertThat(prolonged.dueOn()).isAfter(before);
        assertThatThrownBy(() -> as(leader, () -> casework.extend(id, "再次延长")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("extend.once");
    }

    @Test
    void after_the_limit_has_lapsed_it_is_not_prolonged() {
        CaseFileId id = open();
        clock.liveThrough(limit(id, Deadline.Kind.CASE).dueOn().plusDays(1));
        assertThatThrownBy(() -> as(leader, () -> casework.extend(id, "申请人长期住院")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("extend.too-late");
    }

    @Test
    void a_case_that_lies_with_another_bureau_rests_until_it_comes_back() {
        CaseFileId id = open();
        assertThat(limit(id, Deadline.Kind.CASE).dueOn()).isEqualTo(LocalDate.of(2026, 9, 14));
        as(home.clerk(), () -> casework.transfer(id, Transfer.to("区医保局", "先核定医疗费用", "YB-17", clock.today())));
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.assess(id, "符合条件")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("transfer.out");
        assertThat(limit(id, Deadline.Kind.CASE).isPaused()).isTrue();
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(7));
        as(home.clerk(), () -> casework.takeBack(id, "医疗费用已核定"));
        assertThat(limit(id, Deadline.Kind.CASE).dueOn())
                .as("five working days later, the made-up Sunday among them")
                .isEqualTo(LocalDate.of(2026, 9, 20));
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.takeBack(id, "再次退回")))
                .hasMessageContaining("transfer.here");
    }

    /** The list hangs, and somebody's objection was referred to the panel. */
    private CaseFileId contested() {
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        as(home.clerk(), () -> casework.recordVisit(id, agrees()));
        as(home.clerk(), () -> casework.post(id));
        As.system(() -> casework.object(sample.notices(id).getFirst().id(), "家中有经营收入", ""));
        var objection = As.system(() -> sample.objections(id)).getFirst();
        as(home.clerk(), () -> casework.answer(id, objection.id(), Objection.Status.REFERRED, "说法不一，无法查清"));
        return id;
    }

    private CaseFileId open() {
        var receipt = Acting.as(home.clerk(), () -> intake.submit(home.application("first-" + home.id())));
        return As.system(() -> casework.ofApplication(receipt.id()).getFirst().id());
    }

    private boolean escalated(CaseFileId id) {
        return As.system(() -> lists.rows(CaseFilter.of(WorkList.ESCALATED), Mark.START, 1_000)).stream()
                .anyMatch(row -> row.id().equals(id));
    }

    private Deadline limit(CaseFileId id, Deadline.Kind kind) {
        return As.system(() -> dossier.deadlines(id)).stream()
                .filter(limit -> limit.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Deliberation sat(Panel panel, Votes votes) {
        return new Deliberation(clock.today(), "社区会议室", "周建国", panel, votes, "邻里反映其打零工，收入不稳定");
    }

    private RecordVisit agrees() {
        return new RecordVisit(clock.today(), "王芳", "李明", "家中", "与申报一致", "户主", RecordVisit.Finding.AGREES);
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }

    private static void as(Actor actor, Runnable work) {
        Acting.as(actor, work);
    }
}
