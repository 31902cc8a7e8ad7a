package org.weimin.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;

class RedrawingTest {
    private static final DivisionCode COUNTY = code("990101");
    private static final DivisionCode EAST = code("990101101");
    private static final DivisionCode WEST = code("990101102");
    private static final DivisionCode SOUTH = code("990101201");
    private final Atlas atlas = atlas(
            division(COUNTY, "某县"),
            division(EAST, "东镇"),
            division(code("990101101200"), "一村"),
            division(code("990101101201"), "二村"),
            division(WEST, "西镇"),
            division(code("990101102200"), "三村"),
            division(code("990101102205"), "四村"),
            division(SOUTH, "南乡"),
            division(code("990101201200"), "五村"));

    @Test
    void a_merged_village_keeps_its_last_digits_where_they_are_free() {
        Redrawing drawing = Redrawing.NONE.merge(atlas, List.of(EAST, WEST), "东镇", Optional.of(EAST));
        drawing.check(atlas);
        assertThat(drawing.after(code("990101102205"))).isEqualTo(code("990101101205"));
        assertThat(drawing.after(code("990101102200"))).isEqualTo(code("990101101202"));
        assertThat(drawing.after(code("990101101200"))).isEqualTo(code("990101101200"));
        assertThat(drawing.kind(WEST)).isEqualTo(Succession.Kind.MERGE);
        assertThat(drawing.ends(WEST)).isTrue();
        assertThat(drawing.ends(EAST)).isFalse();
    }

    @Test
    void a_merger_under_a_new_code_takes_one_that_was_never_given() {
        Redrawing drawing = Redrawing.NONE.merge(atlas, List.of(EAST, WEST), "东西镇", Optional.empty());
        drawing.check(atlas);
        assertThat(drawing.after(EAST)).isEqualTo(code("990101103"));
        assertThat(drawing.names()).containsEntry(code("990101103"), "东西镇");
    }

    @Test
    void a_split_gives_the_named_villages_to_a_new_town() {
        Redrawing drawing = Redrawing.NONE.split(atlas, WEST, "北街道", List.of(code("990101102205")));
        drawing.check(atlas);
        assertThat(drawing.after(code("990101102205"))).isEqualTo(code("990101001205"));
        assertThat(drawing.kind(WEST)).isEqualTo(Succession.Kind.SPLIT);
        assertThat(drawing.ends(WEST)).isFalse();
    }

    @Test
    void a_county_that_becomes_a_city_takes_everything_along() {
        Redrawing drawing = Redrawing.NONE.raise(atlas, COUNTY, code("990181"), "某市");
        drawing.check(atlas);
        assertThat(drawing.lines()).hasSize(9);
        assertThat(drawing.after(code("990101201200"))).isEqualTo(code("990181201200"));
        assertThat(drawing.names()).containsEntry(code("990181"), "某市").containsEntry(code("990181101"), "东镇");
    }

    @Test
    void a_town_goes_to_one_place_only() {
        assertThat(refusal(() -> Redrawing.NONE.merge(atlas, List.of(EAST, EAST), "东镇", Optional.of(EAST))))
                .isEqualTo("divisions.plan.twice");
        Redrawing once = Redrawing.NONE.merge(atlas, List.of(EAST, WEST), "东镇", Optional.of(EAST));
        assertThat(refusal(() -> once.rename(atlas, WEST, "新西镇"))).isEqualTo("divisions.plan.twice");
        assertThat(refusal(() -> once.reparent(atlas, List.of(code("990101102205")), SOUTH)))
                .isEqualTo("divisions.plan.twice");
    }

    @Test
    void a_village_without_a_town_is_a_gap() {
        assertThat(refusal(() ->
                        table("990101102 990101101 东镇", "990101101 990101101 东镇", "990101102200 990101101202 三村")))
                .isEqualTo("divisions.plan.gap");
        assertThat(refusal(() -> table("990101102200 990101109200 三村"))).isEqualTo("divisions.plan.no-parent");
    }

    @Test
    void codes_do_not_go_in_a_circle_and_are_not_given_twice() {
        assertThat(refusal(() -> table("990101101 990101102 西镇", "990101102 990101101 东镇")))
                .isEqualTo("divisions.plan.circle");
        assertThat(refusal(() -> table("990101102200 990101201200 三村"))).isEqualTo("divisions.plan.taken");
        assertThat(refusal(() -> Redrawing.NONE.merge(atlas, List.of(EAST, WEST), "东镇", Optional.of(SOUTH))))
                .isEqualTo("divisions.plan.taken");
    }

    @Test
    void what_is_unknown_of_another_level_or_of_two_names_is_refused() {
        assertThat(refusal(() -> Redrawing.NONE.rename(atlas, code("990101999"), "无镇")))
                .isEqualTo("divisions.plan.unknown");
        assertThat(refusal(() -> table("990101102 990101101202 三村"))).isEqualTo("divisions.plan.level");
        assertThat(refusal(() -> table("990101101 990101101 东镇", "990101102 990101101 西镇")))
                .isEqualTo("divisions.plan.two-names");
        assertThat(refusal(() -> Redrawing.NONE.rename(atlas, EAST, "西镇").check(atlas)))
                .isEqualTo("divisions.plan.name-taken");
        assertThat(refusal(() -> Redrawing.NONE.check(atlas))).isEqualTo("divisions.plan.empty");
    }

    /** Whatever is merged, no village is lost, and no two get one code. */
    @Test
    void every_village_arrives_and_none_on_another() {
        for (List<DivisionCode> towns :
                List.of(List.of(EAST, WEST), List.of(WEST, SOUTH), List.of(EAST, WEST, SOUTH))) {
            for (DivisionCode keep : towns) {
                Redrawing drawing = Redrawing.NONE.merge(atlas, towns, "合镇", Optional.of(keep));
                drawing.check(atlas);
                Set<DivisionCode> villages = new HashSet<>();
                for (DivisionCode code : atlas.all()) {
                    if (code.value().length() == 12) {
                        villages.add(drawing.after(code));
                        if (towns.contains(code.town())) {
                            assertThat(drawing.after(code).town()).isEqualTo(keep);
                        }
                    }
                }
                assertThat(villages).hasSize(5);
            }
        }
    }

    private Redrawing table(String... rows) {
        return Redrawing.of(
                atlas,
                Stream.of(rows)
                        .map(row -> row.split(" "))
                        .map(cells -> new Redrawing.Line(2, code(cells[0]), code(cells[1]), cells[2]))
                        .toList());
    }

    private static String refusal(ThrowingCallable work) {
        var refusal = new String[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, refused -> refusal[0] = refused.code());
        return refusal[0];
    }

    private static Atlas atlas(Division... divisions) {
        return new Atlas(
                List.of(divisions), Stream.of(divisions).map(Division::code).collect(Collectors.toSet()));
    }

    private static Division division(DivisionCode code, String name) {
        return new Division(
                code,
                name,
                Division.Level.of(code),
                code.parent().orElseThrow(),
                Period.since(LocalDate.of(2023, 6, 30)));
    }

    private static DivisionCode code(String code) {
        return new DivisionCode(code);
    }
}
