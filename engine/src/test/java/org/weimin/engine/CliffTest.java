package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/** What a household has in all while a member earns more, by the allowance alone. */
class CliffTest {
    private static final Packs PACKS = Packs.read(java.nio.file.Path.of("../packs"));
    private static final LocalDate DAY = LocalDate.of(2024, 8, 15);
    private static final Cliff.Question QUESTION = new Cliff.Question(
            new AllAtOnce(List.of(PACKS.get(new MatterId("dibao"))), PACKS.overlaps()),
            new DivisionCode("310117"),
            DAY);

    private static FactSheet alone(int disabilityGrade) {
        return new FactSheet(
                List.of(
                        new Fact("meansCheckConsent", true, "FILE", ""),
                        amount("financialAssets", "0"),
                        amount("dwellings", "1"),
                        amount("dwellingArea", "40"),
                        amount("businessPremises", "0"),
                        amount("cars", "0"),
                        amount("businessCapital", "0")),
                List.of(List.of(
                        new Fact("person", "p1", "FILE", ""),
                        new Fact("relation", "HEAD", "FILE", ""),
                        new Fact("birthDate", LocalDate.of(1980, 1, 1), "FILE", ""),
                        amount("disabilityGrade", String.valueOf(disabilityGrade)),
                        amount("businessIncome", "0"),
                        amount("propertyIncome", "0"),
                        amount("transferIncome", "0"))));
    }

    private static Fact amount(String name, String value) {
        return new Fact(name, new BigDecimal(value), "FILE", "");
    }

    private static Cliff cliff(FactSheet sheet, int steps) {
        return cliff(sheet, steps, "100.00");
    }

    private static Cliff cliff(FactSheet sheet, int steps, String finest) {
        return cliff(QUESTION, sheet, steps, finest);
    }

    private static Cliff cliff(Cliff.Question question, FactSheet sheet, int steps, String finest) {
        return Cliff.of(
                question,
                sheet,
                new Cliff.Earner("p1", "wageIncome", 12),
                new Cliff.Way(Money.yuan("100.00"), steps, Money.yuan(finest)));
    }

    @Test
    void below_the_line_the_allowance_falls_by_what_is_earned_and_no_more() {
        Cliff cliff = cliff(alone(0), 15);
        assertThat(cliff.points()).allSatisfy(point -> assertThat(point.total()).isEqualTo(Money.yuan("1595.00")));
        assertThat(cliff.falls()).isEmpty();
    }

    @Test
    void with_the_line_the_supplement_is_lost_at_one_stroke() {
        List<Cliff.Fall> falls = cliff(alone(1), 20).falls();
        assertThat(falls).hasSize(1);
        assertThat(falls.getFirst().before().earned()).isEqualTo(Money.yuan("1500.00"));
        assertThat(falls.getFirst().before().total()).isEqualTo(Money.yuan("1914.00"));
        assertThat(falls.getFirst().loss()).isEqualTo(Money.yuan("314.00"));
    }

    @Test
    void the_edge_is_found_to_ten_yuan_and_says_what_is_lost() {
        Cliff.Fall fall = cliff(alone(1), 20, "10.00").falls().getFirst();
        assertThat(fall.more()).isEqualTo(Money.yuan("10.00"));
        assertThat(fall.before().earned()).isEqualTo(Money.yuan("1590.00"));
        assertThat(fall.loss().compareTo(Money.yuan("300.00"))).isPositive();
        assertThat(fall.lost())
                .singleElement()
                .satisfies(part -> assertThat(part.matter()).isEqualTo(new MatterId("dibao")));
    }

    /** Whether others are bound to support the disabled person is unknown, which leaves the allowance open as well. */
    @Test
    void what_is_open_beside_another_matter_is_answered_on_the_registers_alone() {
        var beside = new AllAtOnce(
                List.of(PACKS.get(new MatterId("tekun")), PACKS.get(new MatterId("dibao"))), PACKS.overlaps());
        var question = new Cliff.Question(beside, QUESTION.place(), DAY);
        assertThat(cliff(question, alone(1), 20, "100.00")).isEqualTo(cliff(alone(1), 20));
    }
}
