package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weimin.kernel.Acting.as;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Inquiry;
import org.weimin.engine.Determination.Outcome;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.WrongUsage;
import org.weimin.intake.Application;
import org.weimin.intake.Intake;
import org.weimin.intake.Receipt;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.people.MergePlan;
import org.weimin.people.Merging;
import org.weimin.shell.Texts;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class CaseworkTest {
    @Autowired
    Casework casework;

    @Autowired
    Merging merging;

    @Autowired
    Inquiry inquiry;

    @Autowired
    Intake intake;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext application;

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
    void an_application_travels_from_the_window_to_the_board() {
        CaseFileId id = open();
        assertThat(get(id).status()).isEqualTo(Status.ASSESSING);
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        assertThat(get(id).assessment().orElseThrow().outcome()).isInstanceOf(Outcome.Entitled.class);
        as(home.clerk(), () -> casework.recordVisit(id, visit(RecordVisit.Finding.AGREES)));
        assertThat(get(id).status()).isEqualTo(Status.PUBLICITY);
        as(home.clerk(), () -> casework.post(id));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(7));
        assertThat(get(id).status()).isEqualTo(Status.PUBLICITY);
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        assertThat(get(id).status()).isEqualTo(Status.AWAITING_DECISION);
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        CaseFile decided = get(id);
        assertThat(decided.status()).isEqualTo(Status.DECIDED);
        assertThat(decided.decision().orElseThrow().effectiveFrom()).isEqualTo(LocalDate.of(2026, 9, 1));
        as(home.clerk(), () -> casework.publish(id));
        assertThat(get(id).status()).isEqualTo(Status.PUBLISHED);
        clock.liveThrough(clock.today().plusDays(100));
        assertThat(get(id).status()).isEqualTo(Status.ARCHIVED);
    }

    @Test
    void a_stored_answer_is_had_again_although_the_facts_have_changed_since() {
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        sample.earns(home, "99000.00");
        var replay = As.system(() -> casework.replay(id));
        assertThat(replay.again()).isEqualTo(replay.stored());
        assertThat(As.system(() -> inquiry.preview(casework.get(id))).outcome())
                .isNotEqualTo(replay.stored().outcome());
    }

    @Test
    void the_replay_command_says_by_its_exit_code_whether_stored_answers_still_come_out() {
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        String number = get(id).claim().number();
        sample.earns(home, "99000.00");
        assertThat(replayed(CommandLine.DONE, number)).contains("ok", number);
        assertThat(replayed(CommandLine.DONE, "--all", "--json")).contains("\"different\" : 0");
        assertThatThrownBy(() -> replayed(CommandLine.DONE)).isInstanceOf(WrongUsage.class);
        assertThatThrownBy(() -> replayed(CommandLine.DONE, "no-such-number")).isInstanceOf(NotFound.class);
    }

    private String replayed(int code, String... words) {
        var printed = new ByteArrayOutputStream();
        Command replay = application.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals("replay"))
                .findFirst()
                .orElseThrow();
        assertThat(As.<Integer>system(() ->
                        replay.work().run(List.of(words), new PrintStream(printed, true, StandardCharsets.UTF_8))))
                .isEqualTo(code);
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void who_assessed_does_not_decide() {
        CaseFileId id = awaitingDecision();
        assertThatThrownBy(() -> as(
                        new Actor.Staff(
                                home.clerk().id(),
                                "兼任",
                                home.officer().post(),
                                "COUNTY_OFFICER",
                                home.officer().permissions(),
                                home.officer().area()),
                        () -> casework.decide(id, new Verdict.AsAssessed(""))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("same-person");
    }

    @Test
    void nobody_becomes_somebody_else_while_the_household_is_being_decided() {
        CaseFileId id = awaitingDecision();
        var again = new MergePlan(sample.household("600.00").head(), home.head(), Set.of(), Set.of());
        assertThatThrownBy(() -> as(home.officer(), () -> merging.merge(again, "本人到窗口说明")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("casework.merge.being-decided");
                    assertThat(refused.details())
                            .containsExactly(get(id).claim().number());
                    for (String language : List.of("zh", "en")) {
                        assertThat(Texts.in(
                                        language,
                                        refused.code(),
                                        refused.details().toArray()))
                                .contains(get(id).claim().number());
                    }
                });
        as(home.clerk(), () -> casework.withdraw(id, "本人不再申请"));
        assertThat(as(home.officer(), () -> merging.rehearse(again)).said()).isEmpty();
    }

    @Test
    void a_street_does_not_decide_where_the_county_does() {
        CaseFileId id = awaitingDecision();
        var leader = As.staff("STREET_LEADER", "310117003");
        assertThatThrownBy(() -> as(sample.employed(leader), () -> casework.decide(id, new Verdict.AsAssessed(""))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("casework.decide.level");
    }

    @Test
    void the_same_form_sent_twice_is_one_application() {
        Receipt first = as(home.clerk(), () -> intake.submit(home.application("key-1")));
        Receipt second = as(home.clerk(), () -> intake.submit(home.application("key-1")));
        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() -> as(home.clerk(), () -> intake.submit(home.application("key-2"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("open-already");
    }

    @Test
    void an_upheld_objection_reopens_the_inquiry_and_takes_the_list_down() {
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        as(home.clerk(), () -> casework.recordVisit(id, visit(RecordVisit.Finding.AGREES)));
        as(home.clerk(), () -> casework.post(id));
        var notice = As.system(() -> sample.notices(id)).getFirst();
        assertThat(notice.projection().get("applicant")).contains("*");
        As.system(() -> casework.object(notice.id(), "家中有经营收入", "13800000000"));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(10));
        assertThat(get(id).status()).isEqualTo(Status.PUBLICITY);
        var objection = As.system(() -> sample.objections(id)).getFirst();
        as(home.clerk(), () -> casework.answer(id, objection.id(), Objection.Status.UPHELD, "经查属实"));
        assertThat(get(id).status()).isEqualTo(Status.ASSESSING);
        assertThat(As.system(() -> sample.notices(id)).getFirst().takenDownOn()).isPresent();
    }

    @Test
    void a_refusal_ends_when_its_letter_is_in_the_residents_hands() {
        home = sample.household("9000.00");
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "人均收入高于标准"));
        as(home.clerk(), () -> casework.recordVisit(id, visit(RecordVisit.Finding.AGREES)));
        assertThat(get(id).status()).isEqualTo(Status.AWAITING_DECISION);
        assertThatThrownBy(() -> as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed(" "))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-reasons");
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("人均月收入高于标准")));
        Letter letter = As.system(() -> sample.letters(id)).getFirst();
        assertThat(letter.fields()).containsEntry("reasons", "人均月收入高于标准");
        as(
                home.clerk(),
                () -> casework.serve(id, new ServeLetter(letter.id(), clock.today(), ServeLetter.How.IN_PERSON)));
        assertThat(get(id).status()).isEqualTo(Status.ARCHIVED);
        Receipt again = as(home.clerk(), () -> intake.submit(home.application("later")));
        assertThat(again.receiptCode()).hasSize(32);
    }

    @Test
    void aid_is_stopped_only_after_the_recipient_was_told_and_heard() {
        home = sample.household("9000.00");
        as(home.clerk(), () -> sample.receives(home.id()));
        CaseFileId id = as(
                home.clerk(),
                () -> casework.openStop(new OpenStop(home.id(), SampleCase.DIBAO_STOP, home.head(), "核对发现工资收入增加")));
        as(home.clerk(), () -> casework.assess(id, "人均收入已高于标准"));
        assertThat(get(id).status()).isEqualTo(Status.HEARING);
        var today = clock.today();
        var hearing = new Hearing(
                today, today, Hearing.Manner.IN_PERSON, "没有意见", home.clerk().id());
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.hear(id, hearing, NewFacts.NONE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notice-not-served");
        Letter notice = As.system(() -> sample.letters(id)).getFirst();
        as(home.clerk(), () -> casework.serve(id, new ServeLetter(notice.id(), today, ServeLetter.How.IN_PERSON)));
        as(home.clerk(), () -> casework.hear(id, hearing, NewFacts.NONE));
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("人均月收入高于标准")));
        CaseFile stopped = get(id);
        assertThat(stopped.decision().orElseThrow().isGrant()).isFalse();
        assertThat(stopped.decision().orElseThrow().effectiveFrom()).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void kin_of_the_household_take_no_step_in_its_case() {
        CaseFileId id = open();
        var sister = sample.employed(As.staff("STREET_CLERK", "310117003"), home.head());
        assertThatThrownBy(() -> as(sister, () -> casework.assess(id, "符合")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("casework.recuse.related");
    }

    private CaseFileId awaitingDecision() {
        CaseFileId id = open();
        as(home.clerk(), () -> casework.assess(id, "符合条件"));
        as(home.clerk(), () -> casework.recordVisit(id, visit(RecordVisit.Finding.AGREES)));
        as(home.clerk(), () -> casework.post(id));
        clock.liveThrough(TestClock.FIRST_DAY.plusDays(8));
        return id;
    }

    private CaseFileId open() {
        Receipt receipt = as(home.clerk(), () -> intake.submit(home.application("first-" + home.id())));
        List<CaseFile> files = As.system(() -> casework.ofApplication(receipt.id()));
        Application application = As.system(() -> intake.get(receipt.id()));
        assertThat(application.matters()).hasSameSizeAs(files);
        return files.getFirst().id();
    }

    private RecordVisit visit(RecordVisit.Finding finding) {
        return new RecordVisit(clock.today(), "王芳", "李明", "家中", "与申报一致", "户主", finding);
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }
}
