package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

class OverlapsTest {
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));
    private static final MatterId DIBAO = new MatterId("dibao");
    private static final MatterId CHILD = new MatterId("shishi-wuren");
    private static final String GROUND = "article: x, because: { zh: x, en: x } }\n";

    private static void refused(String pairs, String code) {
        assertThatThrownBy(() -> Overlaps.read(pairs))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void a_line_decides_each_pair_of_its_groups_and_one_without_with_the_pairs_inside() {
        Overlaps overlaps = Overlaps.read("""
            groups: { ab: [a, b] }
            pairs:
              - { of: [ab], with: [c], rule: both, article: x, because: { zh: x, en: x } }
              - { of: [ab], rule: higher, article: x, because: { zh: x, en: x } }
            """);
        var matters = Set.of(new MatterId("a"), new MatterId("b"), new MatterId("c"));
        assertThat(overlaps.undecided(matters)).isEmpty();
        assertThat(overlaps.between(new MatterId("b"), new MatterId("a")))
                .hasValueSatisfying(overlap -> assertThat(overlap).isInstanceOf(Overlap.Higher.class));
    }

    @Test
    void a_pair_is_decided_once_by_one_of_the_two_and_with_its_article() {
        refused(
                "pairs:\n - { of: [a], with: [b], rule: both, " + GROUND + " - { of: [b], with: [a], rule: both, "
                        + GROUND,
                "engine.pack.overlap");
        refused("pairs:\n - { of: [a], with: [b], rule: excludes, winner: c, " + GROUND, "engine.pack.unknown-name");
        refused("pairs:\n - { of: [a], with: [b], rule: both, because: { zh: x, en: x } }", "engine.pack.syntax");
    }

    @Test
    void a_childs_allowance_is_set_off_against_the_childs_share_of_the_households() {
        var packs = List.of(PACKS.get(DIBAO), PACKS.get(CHILD));
        var sheet = new FactSheet(
                facts(Map.of(
                        "meansCheckConsent",
                        "true",
                        "financialAssets",
                        "0",
                        "dwellings",
                        "1",
                        "dwellingArea",
                        "60",
                        "businessPremises",
                        "0",
                        "cars",
                        "0",
                        "businessCapital",
                        "0")),
                List.of(
                        member("p1", "HEAD", "1960-01-01", "12000", Map.of()),
                        member(
                                "p2",
                                "GRANDCHILD",
                                "2015-05-05",
                                "0",
                                Map.of("fatherState", "DEAD", "motherState", "PRISON"))));
        var answer =
                new AllAtOnce(packs, PACKS.overlaps()).of(new DivisionCode("330802"), LocalDate.of(2026, 6, 15), sheet);
        Money household = answer.items().getFirst().monthly();
        var child = answer.items().stream()
                .filter(item -> item.determination().matter().equals(CHILD)
                        && item.monthly().isPositive())
                .findFirst()
                .orElseThrow();
        Money share = new Money(household.fen() / 2);
        assertThat(child.standing())
                .isInstanceOfSatisfying(
                        Standing.Reduced.class,
                        reduced -> assertThat(reduced.off()).isEqualTo(share));
        assertThat(child.monthly().plus(share)).isEqualTo(Money.yuan("1300.00"));
    }

    private static List<Fact> member(
            String id, String relation, String birth, String transfer, Map<String, String> more) {
        var facts = new java.util.HashMap<>(Map.of(
                "person",
                id,
                "relation",
                relation,
                "birthDate",
                birth,
                "wageIncome",
                "0",
                "businessIncome",
                "0",
                "propertyIncome",
                "0",
                "transferIncome",
                transfer));
        facts.putAll(more);
        return facts(facts);
    }

    private static List<Fact> facts(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new Fact(
                        entry.getKey(), PACKS.dictionary().get(entry.getKey()).parse(entry.getValue()), "FILE", ""))
                .toList();
    }
}
