package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.access.EmployStaff;
import org.weimin.access.Role;
import org.weimin.access.Staffing;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Dossier;
import org.weimin.casework.internal.Visits;
import org.weimin.intake.Intake;
import org.weimin.intake.Paper;
import org.weimin.intake.Papers;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Two officers at the door: one files what they saw, the other one confirms it on the own sign-in. */
@RoomTest
class SurveyTest {
    private static final DivisionCode COMMUNITY = new DivisionCode("310117003001");

    private static final AtomicInteger SEATS = new AtomicInteger();

    @Autowired
    Casework casework;

    @Autowired
    Visits visits;

    @Autowired
    Dossier dossier;

    @Autowired
    Papers papers;

    @Autowired
    Intake intake;

    @Autowired
    Staffing staffing;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private SampleCase.Home home;
    private CaseFileId id;
    private Actor.Staff companion;

    @BeforeEach
    void aCaseThatIsToBeVisited() {
        clock.set(TestClock.FIRST_DAY);
        home = new SampleCase(beans).household("600.00");
        companion = seated("金凤英", Optional.empty());
        var application = Acting.as(
                home.clerk(),
                () -> intake.submit(home.application("survey-" + home.id())).id());
        id = As.system(() -> casework.ofApplication(application)).getFirst().id();
        Acting.as(home.clerk(), () -> casework.assess(id, "符合条件"));
    }

    @Test
    void a_visit_is_done_when_the_second_officer_has_confirmed_it() {
        file(survey(companion.id(), answers()));
        assertThat(get().status()).isEqualTo(Status.VISITING);
        assertThatThrownBy(() -> Acting.as(home.clerk(), () -> casework.confirmSurvey(id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-second");
        Acting.as(companion, () -> casework.confirmSurvey(id));
        assertThat(get().status()).isEqualTo(Status.PUBLICITY);
        assertThat(get().hands().examined()).contains(home.clerk().id(), companion.id());
        var visited = As.system(() -> dossier.visits(id)).getFirst();
        assertThat(visited.visit().secondOfficer()).isEqualTo("金凤英");
        assertThat(visited.survey()).isPresent();
    }

    @Test
    void photos_and_the_signature_lie_sealed_in_the_file() {
        file(survey(companion.id(), answers()));
        var survey = As.system(() -> dossier.surveys(id)).getFirst();
        var kept = As.system(() -> papers.of(survey.id()));
        assertThat(kept).extracting(Paper::kind).containsExactly(Paper.Kind.PHOTO, Paper.Kind.SIGNATURE);
        byte[] opened = As.system(
                () -> papers.open(visits.paper(casework.get(id), kept.getFirst().id())));
        assertThat(opened).startsWith(0xFF, 0xD8, 0xFF);
        byte[] stored =
                As.system(() -> transaction.execute(status -> db.sql("SELECT content_sealed FROM intake.paper LIMIT 1")
                        .query(byte[].class)
                        .single()));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
    }

    @Test
    void what_is_not_right_is_given_back_and_filed_anew() {
        file(survey(companion.id(), answers()));
        assertThatThrownBy(() -> file(survey(companion.id(), answers()))).hasMessageContaining("survey.waits");
        Acting.as(companion, () -> casework.giveBackSurvey(id, "人数不对"));
        assertThat(get().status()).isEqualTo(Status.VISITING);
        file(survey(companion.id(), answers()));
        Acting.as(companion, () -> casework.confirmSurvey(id));
        assertThat(As.system(() -> dossier.surveys(id)))
                .extracting(Survey::status)
                .containsExactly(Survey.Status.CONFIRMED, Survey.Status.RETURNED);
    }

    @Test
    void a_relative_comes_along_on_no_visit() {
        Actor.Staff kin = seated("陈小芳", Optional.of(home.head()));
        assertThat(Acting.as(home.clerk(), () -> visits.companions(casework.get(id))))
                .extracting(member -> member.id())
                .contains(companion.id())
                .doesNotContain(kin.id(), home.clerk().id());
        assertThatThrownBy(() -> file(survey(kin.id(), answers()))).hasMessageContaining("survey.who");
        assertThatThrownBy(() -> file(survey(home.clerk().id(), answers()))).hasMessageContaining("survey.who");
    }

    @Test
    void what_has_to_be_asked_is_answered_and_nothing_else_is_kept() {
        var without = new HashMap<>(answers());
        without.remove("residents");
        assertThatThrownBy(() -> file(survey(companion.id(), without))).hasMessageContaining("unanswered");
        var wrong = new HashMap<>(answers());
        wrong.put("dwelling", "castle");
        assertThatThrownBy(() -> file(survey(companion.id(), wrong))).hasMessageContaining("unfit");
        var more = new HashMap<>(answers());
        more.put("salary", "1");
        file(survey(companion.id(), more));
        assertThat(As.system(() -> dossier.surveys(id)).getFirst().answers()).doesNotContainKey("salary");
    }

    private void file(FileSurvey survey) {
        Acting.as(home.clerk(), () -> casework.fileSurvey(id, survey));
    }

    private FileSurvey survey(StaffId second, Map<String, String> answers) {
        var seen = new FileSurvey.Seen("文诚路1号", "一室户，家具陈旧", "陈桂芳", RecordVisit.Finding.AGREES);
        var pictures = Map.of(Paper.Kind.PHOTO, List.of(picture()), Paper.Kind.SIGNATURE, List.of(picture()));
        return new FileSurvey(clock.today(), second, answers, seen, new EnumMap<>(pictures));
    }

    private static Map<String, String> answers() {
        return Map.of(
                "residents", "1",
                "matches-register", "same",
                "dwelling", "own",
                "condition", "worn",
                "valuables", "无",
                "livelihood", "wage",
                "care", "nobody");
    }

    private Actor.Staff seated(String name, Optional<PersonId> own) {
        var post = As.staff("COMMUNITY_WORKER", COMMUNITY.value(), Visits.PERMISSION);
        return As.system(() -> {
            StaffId staff = staffing.employ(new EmployStaff(name, "survey" + SEATS.incrementAndGet(), own));
            var seat = staffing.openPost(name, Role.COMMUNITY_WORKER, Optional.empty(), COMMUNITY);
            staffing.appoint(staff, seat, clock.today());
            return new Actor.Staff(staff, name, seat, post.role(), post.permissions(), COMMUNITY);
        });
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private CaseFile get() {
        return As.system(() -> casework.get(id));
    }
}
