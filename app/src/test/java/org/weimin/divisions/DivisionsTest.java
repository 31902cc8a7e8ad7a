package org.weimin.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.kernel.DivisionCode;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;
import org.weimin.testing.TestClock;

@RoomTest
class DivisionsTest {
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final DivisionCode FANGSONG = new DivisionCode("310117003");

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_community_has_its_full_name_from_the_province_down() {
        assertThat(As.system(() -> divisions.fullName(new DivisionCode("310117003001"))))
                .isEqualTo("上海市松江区方松街道放生池社区居委会");
        assertThat(As.system(() -> divisions.shortName(new DivisionCode("310117003001"))))
                .isEqualTo("方松街道放生池社区居委会");
    }

    @Test
    void songjiang_has_seventeen_streets_and_towns_and_three_statistical_zones() {
        var towns = As.system(() -> divisions.children(SONGJIANG, TestClock.FIRST_DAY));
        assertThat(towns).hasSize(20).allMatch(town -> town.level() == Division.Level.TOWN);
        assertThat(towns.stream()
                        .filter(town -> divisions.attachmentOf(town.code()).isEmpty()))
                .hasSize(17);
    }

    @Test
    void a_statistical_zone_answers_to_the_street_it_is_attached_to() {
        var zone = new DivisionCode("310117501498");
        var street = divisions.areaOf(zone);
        assertThat(street.value()).hasSize(9).startsWith("3101170");
        assertThat(divisions.attachedTo(street)).extracting(Attachment::zone).contains(zone.town());
        assertThat(divisions.areaOf(FANGSONG)).isEqualTo(FANGSONG);
    }

    @Test
    void nothing_is_known_of_the_days_before_the_list() {
        assertThat(As.system(() -> divisions.find(FANGSONG, LocalDate.of(2023, 6, 29))))
                .isEmpty();
        assertThat(As.system(() -> divisions.find(FANGSONG, LocalDate.of(2023, 6, 30))))
                .isPresent();
    }

    @Test
    void a_county_is_organised_once_into_bureau_offices_and_committees() {
        As.system(() -> divisions.organise(SONGJIANG));
        As.system(() -> divisions.organise(SONGJIANG));
        var units = As.system(() -> divisions.orgUnits(SONGJIANG));
        assertThat(units.stream().filter(unit -> unit.kind() == OrgUnit.Kind.BUREAU))
                .extracting(OrgUnit::name)
                .containsExactly("松江区民政局");
        assertThat(units.stream().filter(unit -> unit.kind() == OrgUnit.Kind.STREET_OFFICE))
                .hasSize(17)
                .extracting(OrgUnit::name)
                .contains("方松街道办事处", "泗泾镇人民政府");
        assertThat(As.system(() -> divisions.orgUnits(FANGSONG)).size()).isGreaterThan(10);
    }

    @Test
    void a_division_never_has_two_names_at_once() {
        String insert = "INSERT INTO divisions.division (code, name, listed, valid, known) "
                + "VALUES ('310117003', '别名', false, '%s', '[2026-01-01,)')";
        for (String overlapping : List.of("[2025-01-01,)", "[2023-07-01,2024-01-01)")) {
            assertThatThrownBy(() -> As.system(() -> transaction.executeWithoutResult(
                            status -> db.sql(insert.formatted(overlapping)).update())))
                    .as(overlapping)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
