package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.population.Columns;
import org.weimin.engine.population.CompiledMatter;
import org.weimin.engine.population.RandomHouseholds;
import org.weimin.engine.population.RandomStandards;
import org.weimin.engine.population.Standards;
import org.weimin.kernel.DivisionCode;

/**
 * Another DMN engine reads the same files and must come to the same value of every decision: the rules mean what DMN
 * says they mean. The households are drawn from the corners of the tables and from beside them.
 */
class OracleTest {
    private static final boolean LONG = Boolean.getBoolean("weimin.long");
    private static final int HOUSEHOLDS_OF_A_MATTER = LONG ? 20_000 : 200;
    private static final int LOT = 50;
    private static final long SEED = 20_261_122;
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    @TestFactory
    Stream<DynamicTest> another_engine_comes_to_the_same_value_of_every_decision() {
        return PACKS.list().stream().flatMap(pack -> {
            List<Edition> editions =
                    pack.editions().values().stream().filter(Edition::hasRules).toList();
            return editions.stream()
                    .skip(LONG || editions.isEmpty() ? 0 : editions.size() - 1)
                    .map(edition -> DynamicTest.dynamicTest(
                            pack.id() + " " + edition.from(),
                            () -> assertThat(compare(
                                            CompiledMatter.of(pack, edition), HOUSEHOLDS_OF_A_MATTER / editions.size()))
                                    .isPositive()));
        });
    }

    /** How many decisions both engines gave a value. */
    private static int compare(CompiledMatter matter, int households) {
        var oracle = Oracle.of(matter.edition());
        return IntStream.range(0, households / LOT)
                .parallel()
                .map(lot -> compare(matter, oracle, SEED + lot))
                .sum();
    }

    /** A lot, under other standards than those in force if its seed is odd. */
    private static int compare(CompiledMatter matter, Oracle oracle, long seed) {
        Pack pack = matter.pack();
        LocalDate next = pack.editions().higherKey(matter.edition().from());
        var inForce = Standards.of(
                pack, next == null ? LocalDate.of(2026, 11, 22) : next.minusDays(1), List.of(SONGJIANG), Map.of());
        Standards standards = seed % 2 == 0 ? inForce : new RandomStandards(matter).draw(inForce, seed);
        var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(SONGJIANG));
        new RandomHouseholds(matter, standards, seed).fill(columns, LOT, 0);
        return IntStream.range(0, columns.households())
                .mapToObj(columns::sheet)
                .flatMap(sheet -> Question.of(pack, matter.edition(), standards, SONGJIANG, sheet))
                .mapToInt(oracle::compare)
                .sum();
    }
}
