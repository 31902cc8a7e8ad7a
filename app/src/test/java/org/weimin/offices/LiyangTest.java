package org.weimin.offices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.weimin.demo.internal.SmallCounty;
import org.weimin.kernel.DivisionCode;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

/** The register computes, of the demo county, the figures that Liyang published of its own offices. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiyangTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final LocalDate BEFORE = LocalDate.of(TestClock.FIRST_DAY.getYear() - 2, 12, 31);
    private static final LocalDate AFTER = BEFORE.plusYears(1);

    @Autowired
    ApplicationContext application;

    @Autowired
    Offices offices;

    @BeforeAll
    void the_demo_county() {
        SmallCounty.fill(application, 200);
    }

    @Test
    void from_24_people_of_46_years_to_46_people_of_41_8() {
        Figures before = Figures.of(on(BEFORE));
        Figures after = Figures.of(on(AFTER));
        assertThat(before.people()).isEqualTo(24);
        assertThat(before.meanAge()).isEqualByComparingTo("46");
        assertThat(after.people()).isEqualTo(46);
        assertThat(after.meanAge()).isEqualByComparingTo("41.8");
    }

    @Test
    void of_46_people_36_are_full_time_and_74_percent_have_been_to_college() {
        Figures after = Figures.of(on(AFTER));
        assertThat(after.fullTime()).isEqualTo(36);
        assertThat(after.partTime()).isEqualTo(10);
        assertThat(after.percent(after.college()).setScale(0, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal(74));
    }

    @Test
    void one_office_has_three_assistants_and_seventeen_have_one() {
        assertThat(on(AFTER).stream()
                        .collect(
                                Collectors.groupingBy(office -> office.figures().established(), Collectors.counting())))
                .containsOnly(java.util.Map.entry(3, 1L), java.util.Map.entry(1, 17L));
    }

    @Test
    void every_office_has_at_least_forty_square_metres_now_and_few_had_before() {
        assertThat(on(AFTER)).allSatisfy(office -> assertThat(metres(office)).isGreaterThanOrEqualTo(forty()));
        assertThat(on(BEFORE)).anySatisfy(office -> assertThat(metres(office)).isLessThan(forty()));
    }

    private List<Office> on(LocalDate day) {
        return As.system(() -> offices.list(COUNTY, day));
    }

    private static BigDecimal metres(Office office) {
        return office.premises().orElseThrow().rooms().squareMetres();
    }

    private static BigDecimal forty() {
        return new BigDecimal(40);
    }
}
