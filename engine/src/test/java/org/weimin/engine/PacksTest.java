package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;

class PacksTest {
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    @TestFactory
    Stream<DynamicTest> every_worked_example_of_every_pack_comes_out_as_the_law_says() {
        return PACKS.list().stream()
                .flatMap(pack -> WorkedExample.of(pack).stream()
                        .map(example -> DynamicTest.dynamicTest(pack.id() + ": " + example.name(), () -> {
                            Determination answer = example.run(pack);
                            assertThat(example.differences(answer))
                                    .as(example.name())
                                    .isEmpty();
                            assertThat(DeterminationJson.read(DeterminationJson.write(answer)))
                                    .isEqualTo(answer);
                        })));
    }

    @Test
    void every_matter_says_in_one_sentence_what_it_is_who_takes_it_in_and_what_is_handed_over() {
        assertThat(PACKS.list()).allSatisfy(pack -> {
            assertThat(pack.matter().window().about().zh()).hasSizeBetween(10, 120);
            assertThat(pack.matter().window().about().en()).isNotBlank();
            assertThat(pack.matter().window().asks()).isNotEmpty();
            assertThat(pack.matter().window().accept()).isPresent();
            assertThat(pack.matter().outputs()).isNotEmpty();
        });
    }

    @Test
    void every_item_of_the_catalogue_is_asked_for_or_started_by_the_office() {
        var items = Yaml.read(PackCheck.ITEMS, PACKS.shared("items.yaml")).texts("items");
        assertThat(items).hasSize(55).doesNotHaveDuplicates();
        assertThat(PACKS.list().stream().flatMap(pack -> pack.items().stream())).containsAll(items);
        assertThatThrownBy(() -> PackCheck.checkItems(PACKS.list(), List.of("SA01", "ZZ99")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.details()).contains("[ZZ99]"));
    }

    @Test
    void what_is_judged_by_another_matter_names_one_with_rules_for_the_same_unit() {
        assertThat(PACKS.list())
                .filteredOn(pack -> !pack.assessedBy().equals(pack.id()))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(pack -> {
                    Pack judging = PACKS.get(pack.assessedBy());
                    assertThat(judging.matter().unit()).isEqualTo(pack.matter().unit());
                    assertThat(pack.editions().keySet())
                            .allSatisfy(
                                    from -> assertThat(judging.isInForce(from)).isTrue());
                });
    }

    @Test
    void every_pair_of_matters_that_give_aid_is_decided() {
        assertThat(PACKS.overlaps()
                        .undecided(PACKS.list().stream()
                                .filter(pack -> pack.matter().acts() == Pack.Acts.GRANT
                                        && pack.matter().isAid())
                                .map(Pack::id)
                                .toList()))
                .isEmpty();
    }

    @Test
    void no_matters_wait_for_one_another_on_any_day_on_which_rules_change() {
        PACKS.list().stream()
                .flatMap(pack -> pack.editions().keySet().stream())
                .distinct()
                .forEach(day -> assertThat(InOrder.of(PACKS.list(), day, PACKS.overlaps()))
                        .as("%s", day)
                        .doesNotHaveDuplicates());
    }

    /** Whoever pays money and whoever asks for income: it counts or it does not, and an article says so. */
    @Test
    void of_all_money_it_is_decided_whose_income_it_is() {
        String fact = PACKS.overlaps().incomeFact();
        var paying = PACKS.list().stream()
                .filter(pack -> pack.matter().grants().stream()
                        .anyMatch(grant ->
                                grant.kind() == GrantRule.Kind.MONTHLY || grant.kind() == GrantRule.Kind.ONE_OFF))
                .map(Pack::id)
                .toList();
        var asking = PACKS.list().stream()
                .filter(pack -> pack.editions().values().stream()
                        .filter(Edition::hasRules)
                        .anyMatch(edition ->
                                FactsRead.of(edition.rules(), pack.dictionary()).contains(fact)))
                .map(Pack::id)
                .toList();
        assertThat(asking).hasSize(5);
        assertThat(PACKS.overlaps().undecidedIncome(paying, asking)).isEmpty();
    }

    @Test
    void a_child_on_the_allowance_is_paid_the_difference_to_the_higher_rate() {
        var dibao = new MatterId("dibao");
        var unattended = new MatterId("shishi-wuren");
        assertThat(PACKS.overlaps().between(dibao, unattended))
                .hasValueSatisfying(overlap -> assertThat(overlap)
                        .isInstanceOfSatisfying(
                                Overlap.Offset.class,
                                offset -> assertThat(offset.reduced()).isEqualTo(unattended)));
    }

    @Test
    void there_are_worked_examples() {
        assertThat(WorkedExample.of(PACKS.get(new MatterId("dibao")))).hasSizeGreaterThan(50);
    }

    @Test
    void the_stop_is_judged_by_the_rules_of_what_it_stops() {
        Pack stop = PACKS.get(new MatterId("dibao-stop"));
        assertThat(stop.matter().acts()).isEqualTo(Pack.Acts.STOP);
        assertThat(stop.assessedBy()).isEqualTo(new MatterId("dibao"));
    }

    @Test
    void every_refusal_of_the_rules_has_its_condition_in_both_languages() {
        Pack dibao = PACKS.get(new MatterId("dibao"));
        for (Edition edition : dibao.editions().values()) {
            var refusals = (Rules.Table)
                    java.util.Objects.requireNonNull(edition.rules().decisions().get("refusals"))
                            .logic();
            for (Rules.Row row : refusals.rows()) {
                String code = ((Expr.Txt) row.output()).value();
                assertThat(dibao.findCondition(code)).as(code).isPresent();
            }
        }
    }

    @Test
    void the_latest_known_standard_is_carried_on_and_says_so() {
        Parameter standard = PACKS.get(new MatterId("dibao")).parameter("standard");
        DivisionCode songjiang = new DivisionCode("310117");
        assertThat(standard.on(songjiang, LocalDate.of(2025, 6, 30)).carriedOn())
                .isFalse();
        ResolvedValue late = standard.on(songjiang, LocalDate.of(2026, 11, 21));
        assertThat(late.value()).isEqualTo("1595.00");
        assertThat(late.from()).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(late.carriedOn()).isTrue();
    }

    @Test
    void an_answer_can_be_had_again_from_the_stored_files_alone() {
        Pack dibao = PACKS.get(new MatterId("dibao"));
        WorkedExample example = WorkedExample.of(dibao).getFirst();
        Determination before = example.run(dibao);
        Pack restored = Packs.restore(dibao.id(), dibao.filesOf(dibao.editionOn(example.asOf())));
        assertThat(example.run(restored)).isEqualTo(before);
    }
}
