package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.benefits.Benefits;
import org.weimin.casework.CaseFile.Status;
import org.weimin.intake.Ask;
import org.weimin.intake.Channel;
import org.weimin.intake.internal.ApplicationDraftStore;
import org.weimin.intake.internal.Draft;
import org.weimin.intake.internal.Filing;
import org.weimin.intake.internal.Sheet;
import org.weimin.intake.internal.Sheets;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.Parties;
import org.weimin.people.Party;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** From the window to the hands of an old resident: several matters on one form, two levels, a paper signed for. */
@RoomTest
class StepsTest {
    private static final MatterId ALLOWANCE = new MatterId("gaoling-jintie");

    @Autowired
    Casework casework;

    @Autowired
    ApplicationDraftStore drafts;

    @Autowired
    Sheets sheets;

    @Autowired
    Filing filing;

    @Autowired
    Parties parties;

    @Autowired
    Benefits benefits;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase sample;
    private SampleCase.Home home;
    private Actor.Staff leader;

    @BeforeEach
    void anOldResident() {
        clock.set(TestClock.FIRST_DAY);
        sample = new SampleCase(beans);
        home = sample.household("600.00", "19350301");
        leader = sample.employed(As.staff("STREET_LEADER", "310117003"));
    }

    @Test
    void one_form_for_two_matters_asks_every_fact_once_and_files_both() {
        Draft draft = draft(List.of(household(), elder()));
        List<Sheet> asked = Acting.as(home.clerk(), () -> sheets.of(draft));
        assertThat(asked.stream().flatMap(sheet -> sheet.entries().stream()).map(Sheet.Entry::key))
                .doesNotHaveDuplicates()
                .anyMatch(key -> key.startsWith("localHukou_"))
                .anyMatch(key -> key.startsWith("wageIncome_"));
        assertThat(asked.stream().flatMap(sheet -> sheet.entries().stream()))
                .as("what the registers know stands in its box")
                .anyMatch(entry -> entry.known().isPresent() && !entry.value().isBlank());
        var receipt = file(draft, asked);
        assertThat(As.system(() -> casework.ofApplication(receipt.id())))
                .extracting(file -> file.claim().matter())
                .containsExactlyInAnyOrder(SampleCase.DIBAO, ALLOWANCE);
    }

    @Test
    void a_matter_without_a_means_check_asks_nobody_to_agree_to_one() {
        Draft draft = draft(List.of(elder()));
        assertThat(Acting.as(home.clerk(), () -> sheets.checksMeans(draft))).isFalse();
        assertThat(Acting.as(home.clerk(), () -> sheets.statements(draft))).isNotEmpty();
    }

    @Test
    void the_street_reviews_the_county_decides_the_window_hands_over_and_the_roster_has_a_line() {
        CaseFileId id = allowance();
        as(home.clerk(), () -> casework.assess(id, "年龄和户籍属实"));
        assertThat(get(id).status()).isEqualTo(Status.FIRST_REVIEW);
        assertThatThrownBy(() -> as(home.clerk(), () -> casework.review(id, agreed())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("review.same-person");
        as(leader, () -> casework.review(id, agreed()));
        assertThatThrownBy(() -> as(
                        new Actor.Staff(
                                leader.id(),
                                "兼任",
                                home.officer().post(),
                                "COUNTY_OFFICER",
                                home.officer().permissions(),
                                home.officer().area()),
                        () -> casework.decide(id, new Verdict.AsAssessed(""))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("decide.same-person");
        as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        assertThat(get(id).status()).isEqualTo(Status.ISSUING);
        as(home.clerk(), () -> casework.issue(id, new HandOver(clock.today(), "陈桂芳")));
        assertThat(get(id).status()).isEqualTo(Status.ARCHIVED);
        assertThat(As.system(() -> sample.letters(id)).getFirst().servedOn()).isPresent();
        assertThat(As.system(() -> benefits.of(new Subject.OfPerson(home.head()))))
                .anyMatch(entitlement -> entitlement.matter().equals(ALLOWANCE)
                        && entitlement.monthly().isPositive());
    }

    @Test
    void what_the_first_level_returns_is_examined_again() {
        CaseFileId id = allowance();
        as(home.clerk(), () -> casework.assess(id, "年龄属实"));
        as(leader, () -> casework.review(id, new FirstReview(FirstReview.Finding.RETURNED, "请核对户籍")));
        assertThat(get(id).status()).isEqualTo(Status.ASSESSING);
    }

    @Test
    void the_county_does_not_handle_what_streets_take_in() {
        CaseFileId id = allowance();
        assertThatThrownBy(() -> as(home.officer(), () -> casework.assess(id, "符合")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("handle.window");
    }

    private static FirstReview agreed() {
        return new FirstReview(FirstReview.Finding.AGREED, "同意");
    }

    private CaseFileId allowance() {
        Draft draft = draft(List.of(elder()));
        var receipt = file(draft, Acting.as(home.clerk(), () -> sheets.of(draft)));
        return As.system(() -> casework.ofApplication(receipt.id()).getFirst().id());
    }

    private Ask household() {
        return new Ask(SampleCase.DIBAO, new Subject.OfHousehold(home.id()));
    }

    private Ask elder() {
        return new Ask(ALLOWANCE, new Subject.OfPerson(home.head()));
    }

    private Draft draft(List<Ask> asks) {
        return Acting.as(home.clerk(), () -> {
            Party party = parties.of(new Subject.OfHousehold(home.id()), clock.today());
            return drafts.begin(party, asks, home.clerk().id().value(), clock.today());
        });
    }

    private org.weimin.intake.Receipt file(Draft draft, List<Sheet> asked) {
        return Acting.as(home.clerk(), () -> {
            answer(draft, "applicant", Map.of(Draft.APPLICANT, home.head().toString()));
            answer(draft, "consent", Map.of(Draft.EVIDENCE, "窗口当面签署"));
            asked.forEach(sheet -> {
                var given = new java.util.HashMap<String, String>();
                sheet.entries().stream()
                        .filter(entry -> entry.isMissing())
                        .forEach(entry ->
                                given.put(entry.key(), entry.kind().type().equals("boolean") ? "true" : "0"));
                answer(draft, sheet.id(), given);
            });
            return filing.file(drafts.get(draft.id()), Channel.WINDOW, "test-" + draft.id());
        });
    }

    private void answer(Draft draft, String part, Map<String, String> given) {
        drafts.answer(drafts.get(draft.id()), part, given);
    }

    private CaseFile get(CaseFileId id) {
        return As.system(() -> casework.get(id));
    }

    private static void as(Actor actor, Runnable work) {
        Acting.as(actor, work);
    }
}
