package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.casework.internal.CaseLetters;
import org.weimin.divisions.Divisions;
import org.weimin.intake.Ask;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Subject;
import org.weimin.offices.Offices;
import org.weimin.offices.Premises;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A letter names the office, its address, hours and telephone, as far as the register of offices knows them. */
@RoomTest
class WhereToGoTest {
    private static final String KNOWN = "方松街道办事处，文诚路1号，周一至周五 9:00—17:00，电话 021-55501000";

    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

    @Autowired
    CaseLetters letters;

    @Autowired
    org.weimin.shell.Letters printer;

    @Autowired
    Divisions divisions;

    @Autowired
    Offices offices;

    @Autowired
    BeanFactory beans;

    @Test
    void letters_say_where_to_go_and_keep_saying_it_as_it_was() {
        var sample = new SampleCase(beans);
        var home = sample.household("600.00");
        var asks = List.of(new Ask(new MatterId("jiehun-dengji"), new Subject.OfPerson(home.head())));
        var filed = Acting.as(home.clerk(), () -> intake.submit(home.application("where-" + home.id(), asks)));
        CaseFile file = As.system(() -> casework.ofApplication(filed.id()).getFirst());
        var bare = new Letter(Ids.next(), "supplement", "1", Map.of(), TestClock.FIRST_DAY, Optional.empty());
        As.system(() -> divisions.organise(file.claim().area().county()));
        assertThat(As.system(() -> letters.fields(file.claim(), bare))).containsEntry("where", "方松街道办事处");
        move(file, "文诚路1号");
        Acting.as(home.clerk(), () -> casework.askFor(file.id(), new AskFor(Set.of("M18"), "")));
        Letter told = As.system(() -> sample.letters(file.id())).getLast();
        assertThat(told.fields()).containsEntry("where", KNOWN);
        String template = letters.template(file.claim(), told.kind());
        assertThat(printer.html(template, told.fields())).contains("办理地点：" + KNOWN);

        move(file, "新松江路2号");
        assertThat(As.system(() -> letters.fields(file.claim(), told))).containsEntry("where", KNOWN);
        assertThat(As.system(() -> letters.fields(file.claim(), bare)).get("where"))
                .contains("新松江路2号");
    }

    private void move(CaseFile file, String address) {
        var town = file.claim().area().town();
        var unit = As.system(() -> offices.units(town)).getFirst();
        var premises = new Premises(
                unit.id(),
                town,
                TestClock.FIRST_DAY,
                3,
                1,
                new Premises.Rooms(new BigDecimal("60.0"), true, true),
                new Premises.Equipment(2, 1, 1, 1, 0, true),
                new Premises.Contact(address, "021-55501000", "周一至周五 9:00—17:00"));
        Acting.as(As.staff("COUNTY_OFFICER", "310117", "offices.record"), () -> offices.record(premises));
    }
}
