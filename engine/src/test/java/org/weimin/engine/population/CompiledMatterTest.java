package org.weimin.engine.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.population.Outcomes.Status;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;

/** What lies at the edges of whole numbers, of 64 members, of what a place has. */
class CompiledMatterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));
    private static final Pack DIBAO = PACKS.get(new MatterId("dibao"));
    private static final Pack ELDERLY = PACKS.get(new MatterId("gaoling-jintie"));

    @Test
    void everything_that_is_known_is_judged_by_compiled_code_alone() {
        var outcomes = judge(DIBAO, drawn(DIBAO, 500, 0), Map.of());
        assertThat(outcomes.interpreted()).isZero();
    }

    @Test
    void a_supposed_standard_also_stands_in_for_the_one_that_a_place_has_not_set() {
        List<String> order = Standards.order(DIBAO);
        long[] supposed = Standards.of(DIBAO, AS_OF, List.of(SONGJIANG), Map.of("standard", "2000.00"))
                .at(0);
        assertThat(supposed[order.indexOf("standard") + 1]).isEqualTo(200_000);
        assertThat(supposed[order.indexOf("standardRural") + 1]).isEqualTo(200_000);
    }

    @Test
    void so_is_what_is_known_in_part() {
        var outcomes = judge(DIBAO, drawn(DIBAO, 500, 30), Map.of());
        assertThat(outcomes.interpreted()).isZero();
    }

    @Test
    void a_sum_beyond_a_long_is_left_to_the_interpreter_and_counted() {
        Columns columns = drawn(DIBAO, 50, 0);
        Column wage = columns.column("wageIncome");
        for (int row = 0; row < columns.members(); row++) {
            wage.put(row, Long.MAX_VALUE / 50);
        }
        var standards = Standards.of(DIBAO, AS_OF, columns.places(), Map.of());
        CompiledMatter matter = compiled(DIBAO);
        assertThat(new Parity(matter, standards).on(columns)).isEmpty();
        assertThat(judge(DIBAO, columns, Map.of()).interpreted()).isPositive();
    }

    @Test
    void more_members_than_a_long_has_bits_are_judged_one_by_one() {
        CompiledMatter matter = compiled(ELDERLY);
        var columns = Columns.of(ELDERLY.dictionary(), matter.facts(), List.of(SONGJIANG));
        columns.household(0);
        for (int member = 0; member < 100; member++) {
            columns.member();
            columns.column("birthDate").put(member, Column.day(1926 + member, 5, 6));
        }
        var standards = Standards.of(ELDERLY, AS_OF, columns.places(), Map.of());
        assertThat(new Parity(matter, standards).on(columns)).isEmpty();
        assertThat(judge(ELDERLY, columns, Map.of()).interpreted()).isZero();
    }

    @Test
    void a_what_if_changes_the_answers_and_nothing_else() {
        Columns columns = drawn(DIBAO, 500, 0);
        var raised = Map.of("standard", "3000.00", "standardRural", "3000.00");
        var standards = Standards.of(DIBAO, AS_OF, columns.places(), raised);
        assertThat(new Parity(compiled(DIBAO), standards).on(columns)).isEmpty();
        assertThat(entitled(judge(DIBAO, columns, raised))).isGreaterThan(entitled(judge(DIBAO, columns, Map.of())));
    }

    @Test
    void rules_that_are_read_anew_with_other_values_are_the_same_code() {
        assertThat(PACKS.list().stream().filter(pack -> pack.isInForce(AS_OF)).toList())
                .allSatisfy(pack -> assertThat(compiled(pack).newCode())
                        .hasSameClassAs(compiled(pack).newCode()));
    }

    @Test
    void a_what_if_that_is_finer_than_fen_is_refused() {
        assertThatThrownBy(() -> Standards.of(DIBAO, AS_OF, List.of(SONGJIANG), Map.of("standard", "1595.001")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("standard");
    }

    @Test
    void a_fact_that_is_finer_than_its_column_is_refused() {
        Column area = drawn(DIBAO, 1, 0).column("dwellingArea");
        assertThatThrownBy(() -> area.encode(new BigDecimal("37.505"))).isInstanceOf(Refused.class);
    }

    @Test
    void rules_are_not_asked_on_a_day_of_another_edition() {
        var before = Standards.of(DIBAO, LocalDate.of(2020, 1, 1), List.of(SONGJIANG), Map.of());
        assertThatThrownBy(() -> compiled(DIBAO).judge(drawn(DIBAO, 1, 0), before, new Outcomes()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CompiledMatter compiled(Pack pack) {
        return CompiledMatter.of(pack, pack.editionOn(AS_OF));
    }

    private static Columns drawn(Pack pack, int households, int unknownPercent) {
        CompiledMatter matter = compiled(pack);
        var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(SONGJIANG));
        var standards = Standards.of(pack, AS_OF, columns.places(), Map.of());
        var drawn = new RandomHouseholds(matter, standards, 20_261_122);
        for (int left = households; left > 0; left -= 10) {
            drawn.fill(columns, Math.min(10, left), unknownPercent);
        }
        return columns;
    }

    private static Outcomes judge(Pack pack, Columns columns, Map<String, String> supposing) {
        var outcomes = new Outcomes();
        compiled(pack).judge(columns, Standards.of(pack, AS_OF, columns.places(), supposing), outcomes);
        return outcomes;
    }

    private static long entitled(Outcomes outcomes) {
        return java.util.stream.IntStream.range(0, outcomes.size())
                .filter(subject -> outcomes.status(subject) == Status.ENTITLED)
                .count();
    }
}
