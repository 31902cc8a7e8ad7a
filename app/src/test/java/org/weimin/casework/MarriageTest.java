package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.CaseFile.Status;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.people.Sex;
import org.weimin.registries.RegisterEntry;
import org.weimin.registries.Registries;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** Two people at the desk: married on the spot, divorced only when the days of the law are over (民法典 第一千零七十七条). */
@RoomTest
class MarriageTest {
    private static final LocalDate APPLIED = TestClock.FIRST_DAY;
    private static final LocalDate LAST_DAY_TO_THINK = LocalDate.of(2026, 9, 2);
    private static final LocalDate FIRST_WORKING_DAY_AFTER_THE_HOLIDAY = LocalDate.of(2026, 10, 8);

    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    Facts facts;

    @Autowired
    People people;

    @Autowired
    Registries registries;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private SampleCase.Home home;
    private Subject one;

    @BeforeEach
    void oneOfTheTwo() {
        clock.set(APPLIED);
        home = new SampleCase(beans).household("600.00");
        one = new Subject.OfPerson(home.head());
        know(Map.of("partiesOrigin", "MAINLAND", "bothInPerson", "true", "spouseName", "李秀英"));
    }

    @Test
    void two_who_may_marry_hold_a_numbered_certificate_the_same_day() {
        Sex sex = As.system(() -> people.person(home.head()).sex());
        know(Map.of("maritalStatus", "UNMARRIED", "spouseMaritalStatus", "UNMARRIED", "spouseBirthDate", "1999-06-01"));
        know(Map.of("bothWilling", "true", "closeKin", "false", "spouseSex", sex == Sex.MALE ? "FEMALE" : "MALE"));
        CaseFileId id = applied("jiehun-dengji");
        Acting.as(home.clerk(), () -> casework.assess(id, "证件齐全，双方到场"));
        Acting.as(home.officer(), () -> casework.decide(id, new Verdict.AsAssessed("")));
        Acting.as(home.clerk(), () -> casework.issue(id, new HandOver(clock.today(), "陈桂芳")));
        assertThat(status(id)).isEqualTo(Status.ARCHIVED);
        RegisterEntry entry = As.system(() -> registries.of(one)).getFirst();
        assertThat(entry.heading().number()).startsWith("310117JH2026");
        assertThat(entry.fields()).containsEntry("spouseName", "李秀英").containsKeys("sex", "birthDate");
    }

    @Test
    void nobody_is_divorced_before_thirty_days_and_who_does_not_come_back_stays_married() {
        know(Map.of("maritalStatus", "MARRIED", "marriedInMainland", "true", "divorceAgreement", "true"));
        know(Map.of("fullCapacity", "true"));
        CaseFileId id = applied("lihun-dengji");
        Acting.as(home.clerk(), () -> casework.assess(id, "双方自愿，协议齐全"));
        clock.liveThrough(LAST_DAY_TO_THINK);
        assertThat(status(id)).isEqualTo(Status.WAITING);
        clock.liveThrough(LAST_DAY_TO_THINK.plusDays(1));
        assertThat(status(id)).isEqualTo(Status.AWAITING_DECISION);
        clock.liveThrough(FIRST_WORKING_DAY_AFTER_THE_HOLIDAY);
        assertThat(status(id)).isEqualTo(Status.AWAITING_DECISION);
        clock.liveThrough(FIRST_WORKING_DAY_AFTER_THE_HOLIDAY.plusDays(1));
        assertThat(status(id)).isEqualTo(Status.WITHDRAWN);
        assertThat(As.system(() -> registries.of(one))).isEmpty();
    }

    private CaseFileId applied(String matter) {
        var asks = List.of(new Ask(new MatterId(matter), one));
        var receipt = Acting.as(home.clerk(), () -> intake.submit(home.application(matter + home.id(), asks)));
        return As.system(() -> casework.ofApplication(receipt.id()).getFirst().id());
    }

    private void know(Map<String, String> values) {
        As.system(() -> values.forEach((name, value) ->
                facts.record(new RecordFact(one, name, value, Period.since(APPLIED.minusDays(1)), "CHECKED", "窗口核对"))));
    }

    private Status status(CaseFileId id) {
        return As.system(() -> casework.get(id)).status();
    }
}
