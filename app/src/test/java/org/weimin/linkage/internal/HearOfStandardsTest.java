package org.weimin.linkage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.divisions.Divisions;
import org.weimin.engine.EventKind.Detail;
import org.weimin.engine.Pack;
import org.weimin.home.DayBegan;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.linkage.About;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.LinkedEvent;
import org.weimin.policy.Policy;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** A standard tells of itself on the day from which it holds, in every county whose office is here. */
@RoomTest
class HearOfStandardsTest {
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");

    @Autowired
    HearOfStandards hear;

    @Autowired
    Linkage linkage;

    @Autowired
    Divisions divisions;

    @Autowired
    Policy policy;

    @Test
    void a_standard_of_a_city_is_told_once_for_each_county_that_has_its_office_here() {
        As.system(() -> divisions.organise(SONGJIANG));
        LocalDate day = LocalDate.of(2026, 7, 1);
        As.system(() -> hear.on(new DayBegan(day)));
        As.system(() -> hear.on(new DayBegan(day)));
        assertThat(told("dibao"))
                .extracting(LinkedEvent::kind, LinkedEvent::happenedOn, LinkedEvent::area, LinkedEvent::details)
                .containsExactly(tuple("STANDARD_CHANGE", day, SONGJIANG, Map.of(Detail.PLACE, SONGJIANG.value())));
    }

    @Test
    void prices_that_reach_their_line_tell_of_it_and_others_do_not() {
        rise("3.4");
        assertThat(told("jiage-butie")).extracting(LinkedEvent::kind).containsOnly("STANDARD_CHANGE");
        rise("3.5");
        assertThat(told("jiage-butie"))
                .filteredOn(event -> event.kind().equals("PRICE_INDEX"))
                .extracting(LinkedEvent::area, event -> event.details().get(Detail.AMOUNT))
                .containsExactly(tuple(SONGJIANG, "3.5"));
    }

    private void rise(String percent) {
        Pack pack = policy.pack(new MatterId("jiage-butie"));
        var line = new HearOfStandards.Line(pack.parameter("cpiRise"), SONGJIANG, percent);
        As.system(() -> hear.tell(pack, TestClock.FIRST_DAY.minusMonths(1), List.of(line), Set.of(SONGJIANG), percent));
    }

    private List<LinkedEvent> told(String matter) {
        return As.system(() -> linkage.about(List.of(About.of(new MatterId(matter)))));
    }
}
