package org.weimin.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.Edition;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.WorkedExample;
import org.weimin.kernel.DivisionCode;

/** The compiled rules and the interpreter are one law: they agree on every household, known whole or in part. */
class ParityTest {
    private static final int HOUSEHOLDS = Boolean.getBoolean("weimin.long") ? 1_000_000 : 1_000;
    private static final int PIECES = HOUSEHOLDS < 100_000 ? 1 : 40;
    private static final long SEED = 20_261_122;
    private static final List<DivisionCode> PLACES = Stream.of("310117", "330802", "320481", "441900", "11")
            .map(DivisionCode::new)
            .toList();
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

    @TestFactory
    Stream<DynamicTest> every_worked_example_of_every_pack_is_answered_alike() {
        return PACKS.list().stream()
                .flatMap(pack -> WorkedExample.of(pack).stream()
                        .map(example -> DynamicTest.dynamicTest(pack.id() + ": " + example.name(), () -> {
                            var matter = CompiledMatter.of(pack, pack.editionOn(example.asOf()));
                            var columns = Columns.of(pack.dictionary(), matter.facts(), List.of(example.place()));
                            add(columns, example.facts());
                            Map<String, String> supposing = example.supposing().parameters();
                            var standards = Standards.of(pack, example.asOf(), columns.places(), supposing);
                            assertThat(new Parity(matter, standards).on(columns))
                                    .isEmpty();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> drawn_households_are_answered_alike_by_every_edition_of_every_pack() {
        return PACKS.list().stream()
                .flatMap(pack -> pack.editions().values().stream()
                        .filter(Edition::hasRules)
                        .map(edition -> DynamicTest.dynamicTest(pack.id() + " " + edition.from(), () -> {
                            var matter = CompiledMatter.of(pack, edition);
                            var standards = Standards.of(pack, lastDay(pack, edition), PLACES, Map.of());
                            assertThat(IntStream.range(0, PIECES)
                                            .parallel()
                                            .mapToObj(piece -> new Parity(matter, standards)
                                                    .onRandom(HOUSEHOLDS / PIECES, SEED + (long) piece * HOUSEHOLDS)))
                                    .allSatisfy(differences ->
                                            assertThat(differences).isEmpty());
                        })));
    }

    /** The last day of an edition, or a day of the newest one on which most standards are known. */
    private static LocalDate lastDay(Pack pack, Edition edition) {
        LocalDate next = pack.editions().higherKey(edition.from());
        return next == null ? LocalDate.of(2026, 11, 22) : next.minusDays(1);
    }

    private static void add(Columns columns, FactSheet sheet) {
        put(columns, columns.household(0), sheet.household());
        sheet.members().forEach(member -> put(columns, columns.member(), member));
    }

    private static void put(Columns columns, int row, List<Fact> facts) {
        for (Fact fact : facts) {
            columns.find(fact.name()).ifPresent(column -> column.put(row, column.encode(fact.value())));
        }
    }
}
